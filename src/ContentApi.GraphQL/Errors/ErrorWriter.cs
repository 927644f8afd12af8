using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContentApi.GraphQL.Errors;

/// <summary>Writes the body of a request that failed (specification, section 7.1.2).</summary>
internal static class ErrorWriter
{
    private const int MaximumErrors = 50;
    private const int MaximumLocations = 20;

    // Many messages repeat what was sent, which may be a quarter of a megabyte, in each of the errors.
    private const int LongestStart = 300;
    private const int LongestEnd = 200;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gives a response.</summary>
    /// <param name="document">The document, for lines and columns.</param>
    /// <param name="errors">At least one.</param>
    public static GraphQLResponse Write(string document, IReadOnlyList<RequestError> errors)
    {
        var outcome = errors[0].Outcome;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            foreach (var error in errors.Take(MaximumErrors))
            {
                Write(json, document, error);
            }

            json.WriteEndArray();
            if (outcome == GraphQLOutcome.Failed)
            {
                json.WriteNull("data");
            }

            json.WriteEndObject();
        }

        return new GraphQLResponse(buffer.WrittenMemory, outcome);
    }

    private static void Write(Utf8JsonWriter json, string document, RequestError error)
    {
        json.WriteStartObject();
        json.WriteString("message", Shorten(error.Message));
        var offsets = error is ValidationError { Offsets.Count: > 0 } validation ? validation.Offsets : error.DocumentOffset is { } one ? [one] : [];
        if (offsets.Count > 0)
        {
            json.WriteStartArray("locations");
            foreach (var offset in offsets.Take(MaximumLocations))
            {
                WriteLocation(json, document, offset);
            }

            json.WriteEndArray();
        }

        if (error.Path.Count > 0)
        {
            json.WriteStartArray("path");
            foreach (var key in error.Path)
            {
                json.WriteStringValue(key);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("extensions");
        json.WriteString("code", error.Code);
        if (error is ValidationError { Rule: { } rule })
        {
            json.WriteString("rule", rule);
        }

        foreach (var (name, number) in error.Details)
        {
            json.WriteNumber(name, number);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Shorten(string message)
    {
        if (message.Length <= LongestStart + LongestEnd)
        {
            return message;
        }

        var start = char.IsHighSurrogate(message[LongestStart - 1]) ? LongestStart - 1 : LongestStart;
        var end = char.IsLowSurrogate(message[^LongestEnd]) ? LongestEnd - 1 : LongestEnd;
        return string.Concat(message.AsSpan(0, start), "…", message.AsSpan(message.Length - end));
    }

    private static void WriteLocation(Utf8JsonWriter json, string document, int offset)
    {
        var before = document.AsSpan(0, Math.Min(offset, document.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - (before.LastIndexOf('\n') + 1) + 1;
        json.WriteStartObject();
        json.WriteNumber("line", line);
        json.WriteNumber("column", column);
        json.WriteEndObject();
    }
}
