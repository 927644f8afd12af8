using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using ContentApi.GraphQL;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Requests;

/// <summary>Reads the parameters of a GraphQL request (GraphQL over HTTP, sections "GET" and "JSON Encoding").</summary>
internal static class GraphQLRequestParser
{
    /// <summary>Objects and arrays within one another, the outermost included.</summary>
    public const int MaxDepth = 64;

    // Which of two equal keys counts differs from reader to reader, and so between a filter on the way and this server.
    private static readonly JsonDocumentOptions JsonOptions = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads the body of a POST request.</summary>
    /// <exception cref="ProblemException">It is no well-formed GraphQL request.</exception>
    public static GraphQLRequest FromJson(ReadOnlySpan<byte> body)
    {
        var json = Parse(body, "The body");
        return json.ValueKind switch
        {
            JsonValueKind.Object => FromObject(json),
            JsonValueKind.Array => throw Invalid("The body is an array. Send each request by itself."),
            _ => throw Invalid("The body must be a JSON object with the key 'query'."),
        };
    }

    /// <summary>Reads the address of a GET request; an empty optional parameter counts as left out.</summary>
    /// <exception cref="ProblemException">It is no well-formed GraphQL request.</exception>
    public static GraphQLRequest FromQuery(IQueryCollection query)
    {
        return new GraphQLRequest
        {
            Query = Single(query, "query") ?? throw Invalid("The parameter 'query' is missing."),
            OperationName = Single(query, "operationName") is { Length: > 0 } name ? name : null,
            Variables = ReadObject(query, "variables"),
            Explain = ReadFlag(ReadObject(query, "extensions"), "explain"),
        };
    }

    private static GraphQLRequest FromObject(JsonElement json)
    {
        return new GraphQLRequest
        {
            Query = ReadString(json, "query") ?? throw Invalid("The key 'query' is missing."),
            OperationName = ReadString(json, "operationName"),
            Variables = ReadObject(json, "variables"),
            Explain = ReadFlag(ReadObject(json, "extensions"), "explain"),
        };
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
