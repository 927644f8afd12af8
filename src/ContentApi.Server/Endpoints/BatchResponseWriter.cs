using System.Buffers;
using System.IO.Compression;
using ContentApi.GraphQL;
using ContentApi.Server.Caching;
using ContentApi.Server.Errors;
using ContentApi.Server.Keys;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Endpoints;

/// <summary>
/// Writes the answers to an array of requests: an array of the bodies that each would have got by itself, in their order. As with the servers of Apollo and Yoga
/// the status is 200, whatever became of each, and the type is <c>application/json</c>: <c>application/graphql-response+json</c> is of one answer.
/// </summary>
internal static class BatchResponseWriter
{
    // Small answers leave together; of large ones no more is in memory than the last.
    private const int EnoughBytes = 64 * 1024;

    /// <summary>Writes the answers as they are made.</summary>
    /// <exception cref="ProblemException">The client does not accept JSON.</exception>
    public static async Task WriteAsync(HttpContext http, IAsyncEnumerable<GraphQLResponse> answers)
    {
        if (AcceptHeader.Choose(http.Request, MediaType.Json) is null)
            throw new ProblemException(Problem.NotAcceptable with { Detail = "The answers to an array of requests are application/json. Accept that too." });

        // What fails before anything was sent is a problem, so nothing of the response is touched until then.
        var pending = new ArrayBufferWriter<byte>();
        Stream? body = null;
        var isFirst = true;
        await foreach (var answer in answers)
        {
            pending.Write(isFirst ? "["u8 : ","u8);
            pending.Write(answer.Body.Span);
            isFirst = false;
            if (pending.WrittenCount >= EnoughBytes)
            {
                body ??= Begin(http, AcceptEncodingHeader.Choose(http.Request));
                await body.WriteAsync(pending.WrittenMemory, CancellationToken.None);
                pending.ResetWrittenCount();
            }
        }

        pending.Write("]"u8);
        body ??= Begin(http, pending.WrittenCount < StoredResponse.SmallestCompressed ? ContentCoding.Identity : AcceptEncodingHeader.Choose(http.Request));
        await body.WriteAsync(pending.WrittenMemory, CancellationToken.None);
        if (body != http.Response.Body)
            await body.DisposeAsync();
    }

    private static Stream Begin(HttpContext http, ContentCoding coding)
    {
        var response = http.Response;
        response.ContentType = $"{MediaType.Json}; charset=utf-8";
        response.Headers.Vary = GraphQLResponseWriter.Vary;
        response.Headers.CacheControl = ApiKeyReader.IsGiven(http.Request) ? CacheControl.Private : CacheControl.NoStore;
        if (AcceptEncodingHeader.Name(coding) is { } name)
            response.Headers.ContentEncoding = name;
        return coding switch
        {
            ContentCoding.Brotli => new BrotliStream(response.Body, CompressionLevel.Fastest, leaveOpen: true),
            ContentCoding.Gzip => new GZipStream(response.Body, CompressionLevel.Fastest, leaveOpen: true),
            _ => response.Body,
        };
    }
}
