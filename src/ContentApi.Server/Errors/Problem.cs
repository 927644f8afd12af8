using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ContentApi.Server.Errors;

/// <summary>A failure outside GraphQL, answered as problem details (RFC 9457).</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Stable word, a row of <c>schema/errors.md</c>.</param>
/// <param name="Detail">What happened and what to do; the client reads it as it is.</param>
internal sealed record Problem(int Status, string Code, string Detail) : IResult
{
    public static readonly Problem BadRequest = new(400, "BAD_REQUEST", "The request is not valid HTTP.");
    public static readonly Problem InvalidBody = new(400, "INVALID_BODY", "The body ended early or is not what Content-Encoding says.");
    public static readonly Problem InvalidJson = new(400, "INVALID_JSON", "The body is not valid JSON.");
    public static readonly Problem InvalidRequest = new(400, "INVALID_REQUEST", "The request is no GraphQL request.");
    public static readonly Problem BatchTooLarge = new(400, "BATCH_TOO_LARGE", "The array has more requests than are answered together.");
    public static readonly Problem InvalidKey = new(401, "INVALID_KEY", "The Authorization header holds no API key that is good: it is mistyped, unknown or revoked. Leave the header out to be answered as the public is.");
    public static readonly Problem NotFound = new(404, "NOT_FOUND", "There is nothing here.");
    public static readonly Problem MethodNotAllowed = new(405, "METHOD_NOT_ALLOWED", "Use one of the methods that the Allow header names.");
    public static readonly Problem NotAcceptable = new(406, "NOT_ACCEPTABLE", "Accept application/json or application/graphql-response+json, in UTF-8.");
    public static readonly Problem RequestTimeout = new(408, "REQUEST_TIMEOUT", "The body arrives too slowly: under 1 kB a second, or it takes longer than 30 seconds.");
    public static readonly Problem BodyTooLarge = new(413, "BODY_TOO_LARGE", "The body is longer than 1 MiB, as sent or once inflated.");
    public static readonly Problem UnsupportedMediaType = new(415, "UNSUPPORTED_MEDIA_TYPE", "Send application/json in UTF-8, as it is or with Content-Encoding gzip, br or deflate.");
    public static readonly Problem RangeNotSatisfiable = new(416, "RANGE_NOT_SATISFIABLE", "The file has no such range.");
    public static readonly Problem Internal = new(500, "INTERNAL_ERROR", "The server failed. The operator finds the cause in its log.");
    public static readonly Problem Unavailable = new(503, "UNAVAILABLE", "The database cannot be reached. Try again in a few seconds.");
    public static readonly Problem DatabaseOutdated = new(503, "DATABASE_OUTDATED", "The database lacks migrations of this version. Run: contentapi migrate");
    public static readonly Problem DatabaseNewer = new(503, "DATABASE_NEWER", "The database was written by a newer version of ContentApi. Update the server.");

    /// <summary><see cref="Unavailable"/> of a database that is there, but does not answer in time.</summary>
    public static Problem TooSlow => Unavailable with { Detail = "The database takes too long to answer. Try again in a few seconds." };

    private static readonly JsonWriterOptions JsonOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gives the problem of a status that the framework has set.</summary>
    public static Problem OfStatus(int status) => status switch
    {
        404 => NotFound,
        405 => MethodNotAllowed,
        408 => RequestTimeout,
        413 => BodyTooLarge,
        415 => UnsupportedMediaType,
        416 => RangeNotSatisfiable,
        < 500 => BadRequest with { Status = status },
        _ => Internal,
    };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "application/problem+json";
        response.Headers.CacheControl = "no-store";
        if (Status == 401)
        {
            // RFC 6750, section 3.1.
            response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        }

        if (Status == 503)
        {
            response.Headers.RetryAfter = "5";
        }

        var json = ToJson();
        response.ContentLength = json.Length;

        // Of a request whose time is over RequestAborted is cancelled, and this is what tells of it. Kestrel drops what nobody reads.
        await response.Body.WriteAsync(json, CancellationToken.None);
    }

    private ReadOnlyMemory<byte> ToJson()
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonOptions);
        json.WriteStartObject();
        json.WriteString("title", ReasonPhrases.GetReasonPhrase(Status));
        json.WriteNumber("status", Status);
        json.WriteString("code", Code);
        json.WriteString("detail", Detail);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
