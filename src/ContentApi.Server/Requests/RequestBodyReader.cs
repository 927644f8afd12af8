using System.Buffers;
using System.IO.Compression;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>Reads JSON bodies of bounded size in bounded time.</summary>
internal sealed class RequestBodyReader(TimeProvider clock)
{
    /// <summary>Bytes, as sent and once inflated.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>From the first read to the last byte.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(30);

    private const int ChunkBytes = 16 * 1024;

    /// <summary>Reads the whole body, inflated.</summary>
    /// <exception cref="ProblemException">It is not JSON by its headers, too long, too slow, or cannot be inflated.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        CheckMediaType(request);
        using var patience = new CancellationTokenSource(MaxTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await using var body = Inflate(request);
            return await ReadToEndAsync(body, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new ProblemException(Problem.RequestTimeout);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            // The first from gzip and deflate, the second from Brotli.
            throw new ProblemException(Problem.InvalidBody);
        }
    }

    // Form types and text/plain are what a page of another site may send without asking first (CSRF): JSON it is.
    private static void CheckMediaType(HttpRequest request)
    {
        var isJson = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
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
