using System.Buffers;
using System.IO.Compression;
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

    private const int ChunkBytes = 16 * 1024;

    /// <summary>Reads the whole body, inflated.</summary>
    /// <exception cref="ProblemException">It is not JSON by its headers, too long, or cannot be inflated.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        CheckMediaType(request);
        if (request.ContentLength > MaxBytes)
            throw new ProblemException(Problem.BodyTooLarge);
        await using var body = Inflate(request);
        try
        {
            return await ReadToEndAsync(body, cancellationToken);
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

    // Form types and text/plain are what a page of another site may send without asking first (CSRF): JSON it is.
    private static void CheckMediaType(HttpRequest request)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(MediaType.Json, StringComparison.OrdinalIgnoreCase)
            && MediaType.IsUtf8(type);
        if (!isJson)
            throw new ProblemException(Problem.UnsupportedMediaType);
    }

    private static Stream Inflate(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => request.Body,
        "gzip" => new GZipStream(request.Body, CompressionMode.Decompress),
        "br" => new BrotliStream(request.Body, CompressionMode.Decompress),
        "deflate" => new ZLibStream(request.Body, CompressionMode.Decompress),
        _ => throw new ProblemException(Problem.UnsupportedMediaType),
    };

    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(Stream body, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>(ChunkBytes);
        while (await body.ReadAsync(content.GetMemory(ChunkBytes), cancellationToken) is var read and > 0)
        {
            content.Advance(read);
            if (content.WrittenCount > MaxBytes)
                throw new ProblemException(Problem.BodyTooLarge);
        }

        return content.WrittenMemory;
    }
}
