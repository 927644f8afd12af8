using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using ContentApi.Server.Errors;
using ContentApi.Server.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>Reads JSON bodies of bounded size. Kestrel ends those that arrive too slowly, and <see cref="RequestLimit"/> those that take too long.</summary>
internal static class RequestBody
{
    /// <summary>Bytes, as sent and once inflated.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>Bytes of a body that is refused which are read all the same: a client that is still sending would not see why.</summary>
    public const int MaxDrainedBytes = 16 * MaxBytes;

    private const int ChunkBytes = 16 * 1024;

    /// <summary>Reads the whole body, inflated.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parse">Makes of the body what it stands for; the bytes are there as long as it runs.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ProblemException">It is not JSON by its headers, too long, cannot be inflated, or takes too long.</exception>
    public static async ValueTask<T> ReadAsync<T>(HttpRequest request, Func<ReadOnlySpan<byte>, T> parse, CancellationToken cancellationToken)
    {
        CheckMediaType(request);
        if (request.ContentLength > MaxBytes)
            throw new ProblemException(Problem.BodyTooLarge);
        var inflate = Inflater(request);
        var sent = await ReadSentAsync(request, cancellationToken);
        try
        {
            CheckLength(sent.Length);
            return parse(inflate is null ? AsSpan(sent) : Inflate(inflate(new MemoryStream(sent.ToArray()))));
        }
        finally
        {
            request.BodyReader.AdvanceTo(sent.End);
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

    // Null when the body is sent as it is.
    private static Func<Stream, Stream>? Inflater(HttpRequest request) => request.Headers.ContentEncoding.ToString().ToLowerInvariant() switch
    {
        "" or "identity" => null,
        "gzip" => static sent => new GZipStream(sent, CompressionMode.Decompress),
        "br" => static sent => new BrotliStream(sent, CompressionMode.Decompress),
        "deflate" => static sent => new ZLibStream(sent, CompressionMode.Decompress),
        _ => throw new ProblemException(Problem.UnsupportedMediaType),
    };

    private static async ValueTask<ReadOnlySequence<byte>> ReadSentAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // Kestrel takes a read that a token ended for one that is still under way, and cannot read on to the end of the request; one that is cancelled by its reader ends.
        var reader = request.BodyReader;
        await using var cancelling = cancellationToken.UnsafeRegister(static reader => ((PipeReader)reader!).CancelPendingRead(), reader);
        try
        {
            var read = await reader.ReadAtLeastAsync(MaxBytes + 1, CancellationToken.None);
            if (!read.IsCanceled)
                return read.Buffer;
            reader.AdvanceTo(read.Buffer.End);
        }
        catch (IOException e) when (e is not BadHttpRequestException)
        {
            // The size of a chunk that no number holds; of what else is wrong with chunks Kestrel knows that it is the client's fault.
            throw new ProblemException(Problem.BadRequest);
        }

        throw RequestLimit.IsOver(request.HttpContext) ? new ProblemException(Problem.RequestTimeout) : new OperationCanceledException(cancellationToken);
    }

    private static ReadOnlySpan<byte> AsSpan(ReadOnlySequence<byte> bytes) => bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray();

    private static ReadOnlySpan<byte> Inflate(Stream body)
    {
        using (body)
        {
            var content = new ArrayBufferWriter<byte>(ChunkBytes);
            while (ReadInflated(body, content.GetSpan(ChunkBytes)) is var read and > 0)
            {
                content.Advance(read);
                CheckLength(content.WrittenCount);
            }

            return content.WrittenSpan;
        }
    }

    private static int ReadInflated(Stream body, Span<byte> buffer)
    {
        try
        {
            return body.Read(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // The first from gzip and deflate, the second from Brotli.
            throw new ProblemException(Problem.InvalidBody);
        }
    }

    private static void CheckLength(long length)
    {
        if (length > MaxBytes)
            throw new ProblemException(Problem.BodyTooLarge);
    }
}
