using System.Text;
using System.Text.Json;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Writes a literal as JSON text, for arguments of type JSON.</summary>
internal static class LiteralJson
{
    /// <summary>Gives the JSON text; null when the literal holds a variable, which no JSON has, or text that cannot be stored.</summary>
    public static string? Write(GraphQLValue literal)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (!TryWrite(writer, literal))
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static bool TryWrite(Utf8JsonWriter writer, GraphQLValue literal)
    {
        switch (literal)
        {
            case GraphQLNullValue:
                writer.WriteNullValue();
                return true;
            case GraphQLBooleanValue flag:
                writer.WriteBooleanValue(flag.BoolValue);
                return true;
            case GraphQLIntValue number:
                writer.WriteRawValue(number.Value.ToString());
                return true;
            case GraphQLFloatValue number:
                writer.WriteRawValue(number.Value.ToString());
                return true;
            case GraphQLStringValue text when !ScalarReader.IsStorable(text.Value.ToString()):
                return false;
            case GraphQLStringValue text:
                writer.WriteStringValue(text.Value.Span);
                return true;
            case GraphQLEnumValue name:
                writer.WriteStringValue(name.Name.Value.Span);
                return true;
            case GraphQLListValue list:
                writer.WriteStartArray();
                var itemsWritten = (list.Values ?? []).TrueForAll(item => TryWrite(writer, item));
                writer.WriteEndArray();
                return itemsWritten;
            case GraphQLObjectValue value:
                return TryWriteObject(writer, value);
            default:
                return false;
        }
    }

    private static bool TryWriteObject(Utf8JsonWriter writer, GraphQLObjectValue value)
    {
        writer.WriteStartObject();
        foreach (var field in value.Fields ?? [])
        {
            writer.WritePropertyName(field.Name.Value.Span);
            if (!TryWrite(writer, field.Value))
            {
                return false;
            }
        }

        writer.WriteEndObject();
        return true;
    }
}
