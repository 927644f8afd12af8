using ContentApi.GraphQL;
using ContentApi.Server.Caching;
using ContentApi.Server.Keys;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Endpoints;

/// <summary>Writes answers with the headers by which clients and caches judge them.</summary>
internal sealed class GraphQLResponseWriter(ServerOptions options, TimeProvider clock)
{
    /// <summary>The headers of a request that an answer depends on.</summary>
    public const string Vary = $"Accept, Accept-Encoding, {CostHeader.Name}";

    /// <summary>Writes an answer, or that the client has it already.</summary>
    public Task WriteAsync(HttpContext http, CacheAnswer answer, string mediaType)
    {
        http.Response.Headers.Vary = Vary;
        return answer.Stored is { } stored ? WriteStoredAsync(http, stored, mediaType) : WriteOnceAsync(http, answer.Response, mediaType);
    }

    private Task WriteStoredAsync(HttpContext http, StoredResponse stored, string mediaType)
    {
        var representation = stored.As(mediaType, AcceptEncodingHeader.Choose(http.Request));
        var response = http.Response;
        response.Headers.ETag = representation.EntityTag;
        response.Headers.CacheControl = CacheControl.Of(stored.Snapshot, clock.GetUtcNow());
        stored.Tags.AddTo(response.Headers);
        if (IfNoneMatchHeader.Matches(http.Request, representation.EntityTag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = representation.ContentType;
        return WriteBodyAsync(http, representation.Body, representation.ContentEncoding);
    }

    private Task WriteOnceAsync(HttpContext http, GraphQLResponse answer, string mediaType)
    {
        var response = http.Response;
        response.StatusCode = GraphQLStatus.Of(answer.Outcome, mediaType, options.DraftStatusCodes);
        response.ContentType = $"{mediaType}; charset=utf-8";
        response.Headers.CacheControl = ApiKeyReader.IsGiven(http.Request) ? CacheControl.Private : CacheControl.NoStore;
        if (answer.Outcome == GraphQLOutcome.Unavailable)
        {
            response.Headers.RetryAfter = "5";
        }

        var coding = answer.Body.Length < StoredResponse.SmallestCompressed ? ContentCoding.Identity : AcceptEncodingHeader.Choose(http.Request);
        var body = coding == ContentCoding.Identity ? answer.Body : StoredResponse.Compress(answer.Body.Span, coding);
        return WriteBodyAsync(http, body, AcceptEncodingHeader.Name(coding));
    }

    private static Task WriteBodyAsync(HttpContext http, ReadOnlyMemory<byte> body, string? contentEncoding)
    {
        if (contentEncoding is not null)
        {
            http.Response.Headers.ContentEncoding = contentEncoding;
        }

        http.Response.ContentLength = body.Length;

        // Not RequestAborted: it is cancelled too when the time that the answer may take is over (RequestLimit). Kestrel drops what nobody reads.
        return http.Response.Body.WriteAsync(body, CancellationToken.None).AsTask();
    }
}
