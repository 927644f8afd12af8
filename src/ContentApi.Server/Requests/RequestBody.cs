using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>Reads JSON bodies of bounded size. Kestrel ends those that arrive too slowly.</summary>
internal static class RequestBody
{
    /// <summary>Bytes, as sent and once inflated.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Bytes of a body that is refused which are read all the same: a client that is still sending would not see why.</summary>
    public const int MaxDrainedBytes = 16 * MaxBytes;

    /// <summary>Reads the whole body, inflated.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parse">Makes of the body what it stands for; the bytes are there as long as it runs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ProblemException">It is not JSON by its headers, too long, or cannot be inflated.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpRequest request, Func<ReadOnlySpan<byte>, T> parse, CancellationToken cancellationToken)
    {
        CheckMediaType(request);
        if (request.ContentLength > MaxBytes)
            throw new ProblemException(Problem.BodyTooLarge);
        var body = Inflate(request);
        var content = await ReadToEndAsync(body, cancellationToken);
        try
        {
            return content.Length <= MaxBytes ? parse(content.IsSingleSegment ? content.FirstSpan : content.ToArray()) : throw new ProblemException(Problem.BodyTooLarge);
        }
        finally
        {
            body.AdvanceTo(content.End);
        }
    }

    // Form types and text/plain are what a page of another site may send without asking first (CSRF): JSON it is.
    private static void CheckMediaType(HttpRequest request)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(MediaType.Json, StringComparison.OrdinalIgnoreCase)
            && MediaType.IsUtf8(type);
        if (!isJson)
            throw new ProblemException(Problem.UnsupportedMediaType);
    }

    private static PipeReader Inflate(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => request.BodyReader,
        "gzip" => Read(request, new GZipStream(request.Body, CompressionMode.Decompress)),
        "br" => Read(request, new BrotliStream(request.Body, CompressionMode.Decompress)),
        "deflate" => Read(request, new ZLibStream(request.Body, CompressionMode.Decompress)),
        _ => throw new ProblemException(Problem.UnsupportedMediaType),
    };

    private static PipeReader Read(HttpRequest request, Stream inflated)
    {
        request.HttpContext.Response.RegisterForDispose(inflated);
        return PipeReader.Create(inflated);
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(PipeReader body, CancellationToken cancellationToken)
    {
        try
        {
            return (await body.ReadAtLeastAsync(MaxBytes + 1, cancellationToken)).Buffer;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // The first from gzip and deflate, the second from Brotli.
            throw new ProblemException(Problem.InvalidBody);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The size of a chunk that no number holds; of what else is wrong with chunks Kestrel knows that it is the client's fault.
            throw new ProblemException(Problem.BadRequest);
        }
    }
}
