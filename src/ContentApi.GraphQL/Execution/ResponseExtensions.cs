using System.Buffers;
using System.Text.Json;
using ContentApi.GraphQL.Validation;

namespace ContentApi.GraphQL.Execution;

/// <summary>The member <c>extensions</c> of a response (specification, section 7.1).</summary>
internal static class ResponseExtensions
{
    /// <summary>Gives the response with the cost, the explanation, both, or as it is when there is neither.</summary>
    /// <param name="response">A complete body without extensions.</param>
    /// <param name="cost">The cost; null to leave it out.</param>
    /// <param name="explanation">JSON of <c>explain</c>; null to leave it out.</param>
    public static GraphQLResponse With(GraphQLResponse response, OperationCost? cost, ReadOnlyMemory<byte>? explanation)
    {
        if (cost is null && explanation is null)
        {
            return response;
        }

        var buffer = new ArrayBufferWriter<byte>(response.Body.Length + 256);
        buffer.Write(response.Body.Span[..^1]);
        buffer.Write(response.Body.Length > 2 ? ",\"extensions\":"u8 : "\"extensions\":"u8);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (cost is { } known)
            {
                json.WriteStartObject("operationCost");
                json.WriteNumber("fieldCost", known.FieldCost);
                json.WriteNumber("typeCost", known.TypeCost);
                json.WriteEndObject();
            }

            if (explanation is { } explain)
            {
                json.WritePropertyName("explain");
                json.WriteRawValue(explain.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        buffer.Write("}"u8);
        return response with { Body = buffer.WrittenMemory };
    }
}
