using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ContentApi.Server.Documents;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Requests;

/// <summary>Reads the parameters of a GraphQL request (GraphQL over HTTP, sections "GET" and "JSON Encoding").</summary>
internal static class GraphQLRequestParser
{
    /// <summary>Objects and arrays within one another, the outermost included.</summary>
    public const int MaxDepth = 64;

    private const string PathVariables = "The variables in the path";

    // Which of two equal keys counts differs from reader to reader, and so between a filter on the way and this server.
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads the body of a POST request.</summary>
    /// <exception cref="ProblemException">It is no well-formed GraphQL request.</exception>
    public static IncomingRequest FromJson(ReadOnlySpan<byte> body)
    {
        var json = Parse(body, "The body");
        return json.ValueKind switch
        {
            JsonValueKind.Object => FromObject(json),
            JsonValueKind.Array => new IncomingRequest { Batch = json },
            _ => throw Invalid("The body must be a JSON object."),
        };
    }

    /// <summary>Reads the requests of an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="maximum">How many are answered together; 0 when none are.</param>
    /// <exception cref="ProblemException">There are none or too many, or one is no well-formed GraphQL request.</exception>
    public static IReadOnlyList<IncomingRequest> FromArray(JsonElement array, int maximum)
    {
        var length = array.GetArrayLength();
        if (maximum == 0)
            throw Invalid("The body is an array. Send each request by itself, or have the server started with 'serve --max-batch-size'.");
        if (length == 0)
            throw Invalid("The body is an array of no requests.");
        if (length > maximum)
            throw new ProblemException(Problem.BatchTooLarge with { Detail = $"The body is an array of {length} requests; at most {maximum} are answered together." });
        return [.. array.EnumerateArray().Select(FromElement)];
    }

    /// <summary>Reads the address of a GET request; an empty optional parameter counts as left out.</summary>
    /// <exception cref="ProblemException">It is no well-formed GraphQL request.</exception>
    public static IncomingRequest FromQuery(IQueryCollection query)
    {
        var document = Single(query, "query");
        return Read(
            document,
            Single(query, "documentId") ?? (string.IsNullOrEmpty(document) ? Single(query, "id") : null),
            Single(query, "operationName") is { Length: > 0 } name ? name : null,
            ReadObject(query, "variables"),
            ReadObject(query, "extensions"));
    }

    /// <summary>Reads the address of a GET request whose path names the document and the operation.</summary>
    /// <exception cref="ProblemException">It is no well-formed GraphQL request.</exception>
    public static IncomingRequest FromQuery(IQueryCollection query, string documentId, string? operationName) =>
        Read(query: null, documentId, operationName, ReadObject(query, "variables"), ReadObject(query, "extensions"));

    private static IncomingRequest FromElement(JsonElement json, int index)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object ? FromObject(json) : throw Invalid("It must be a JSON object.");
        }
        catch (ProblemException e)
        {
            throw Invalid($"Request {index + 1} of the array: {e.Problem.Detail}");
        }
    }

    /// <summary>Reads the address of a GET request whose path names everything, as that of a file does: a host of files does not look at what comes behind it.</summary>
    /// <exception cref="ProblemException">It is no well-formed GraphQL request.</exception>
    public static IncomingRequest FromPath(IQueryCollection query, FrozenAddress address)
    {
        if (query.ContainsKey("variables"))
            throw Invalid("'variables' belong into the path of an address that ends with '.json'.");
        var variables = address.Variables is { } text ? ObjectOrNothing(Parse(DecodeVariables(text), PathVariables), "variables") : default;
        return Read(query: null, address.DocumentId, address.OperationName, variables, ReadObject(query, "extensions"));
    }

    private static byte[] DecodeVariables(string text) =>
        Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : throw Invalid($"{PathVariables} are no base64url.");

    private static IncomingRequest FromObject(JsonElement json)
    {
        var document = ReadString(json, "query");
        return Read(
            document,
            ReadString(json, "documentId") ?? (string.IsNullOrEmpty(document) ? ReadString(json, "id") : null),
            ReadString(json, "operationName"),
            ReadObject(json, "variables"),
            ReadObject(json, "extensions"));
    }

    private static IncomingRequest Read(string? query, string? documentId, string? operationName, JsonElement variables, JsonElement extensions)
    {
        var hash = ReadPersistedHash(extensions);
        var request = new IncomingRequest
        {
            // Beside the name of a document an empty one is none.
            Query = query is "" && (documentId ?? hash) is not null ? null : query,
            DocumentId = documentId,
            PersistedHash = hash,
            OperationName = operationName,
            Variables = variables,
            Explain = ReadFlag(extensions, "explain"),
        };
        return request switch
        {
            { Query: null, DocumentId: null, PersistedHash: null } => throw Invalid("There is no 'query', nor a 'documentId' or 'extensions.persistedQuery' to name one."),
            { DocumentId: not null, Query: not null } => throw Invalid("'documentId' and 'query' are given; send one of them."),
            { DocumentId: not null, PersistedHash: not null } => throw Invalid("'documentId' and 'extensions.persistedQuery' are given; send one of them."),
            _ => request,
        };
    }

    // The protocol of Apollo's clients; other clients speak it too.
    private static string? ReadPersistedHash(JsonElement extensions)
    {
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery", out var persisted) || persisted.ValueKind == JsonValueKind.Null)
            return null;
        if (persisted.ValueKind != JsonValueKind.Object
            || !persisted.TryGetProperty("version", out var version) || version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != 1)
            throw Invalid("'extensions.persistedQuery' must be an object with 'version' 1.");
        return ReadString(persisted, "sha256Hash") is { Length: 64 } hash && hash.All(char.IsAsciiHexDigit)
            ? hash.ToLowerInvariant()
            : throw Invalid("'extensions.persistedQuery.sha256Hash' must be 64 hexadecimal digits.");
    }

    private static string? ReadString(JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind != JsonValueKind.String)
            throw Invalid($"'{key}' must be a string.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            throw Invalid($"'{key}' holds half a surrogate pair.");
        }
    }

    private static bool ReadFlag(JsonElement extensions, string key)
    {
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty(key, out var value))
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw Invalid($"'extensions.{key}' must be true or false."),
        };
    }

    private static JsonElement ReadObject(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) ? ObjectOrNothing(value, key) : default;

    private static JsonElement ReadObject(IQueryCollection query, string key) =>
        Single(query, key) is { Length: > 0 } text ? ObjectOrNothing(Parse(Encoding.UTF8.GetBytes(text), $"'{key}'"), key) : default;

    private static JsonElement ObjectOrNothing(JsonElement value, string key) => value.ValueKind switch
    {
        JsonValueKind.Object => value,
        JsonValueKind.Null => default,
        _ => throw Invalid($"'{key}' must be an object or null."),
    };

    private static string? Single(IQueryCollection query, string key) =>
        query.TryGetValue(key, out var values) && values.Count > 1 ? throw Invalid($"The parameter '{key}' is given twice.") : values;

    private static JsonElement Parse(ReadOnlySpan<byte> utf8, string what)
    {
        if (!Utf8.IsValid(utf8))
            throw new ProblemException(Problem.InvalidJson with { Detail = $"{what} is not UTF-8." });
        try
        {
            return JsonElement.Parse(utf8, JsonOptions);
        }
        catch (JsonException e) when (e.LineNumber is { } line)
        {
            var place = $"line {line + 1}, byte {e.BytePositionInLine + 1}";
            throw new ProblemException(Problem.InvalidJson with { Detail = $"{what} is not valid JSON, or is nested more than {MaxDepth} deep, at {place}." });
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The parser gives no place for these two.
            throw new ProblemException(Problem.InvalidJson with { Detail = $"{what} has the same key twice in one object, or a key with half a surrogate pair." });
        }
    }

    private static ProblemException Invalid(string detail) => new(Problem.InvalidRequest with { Detail = detail });
}
