using System.Globalization;
using System.Text.Json;
using ContentApi.GraphQL.Errors;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Reads scalars strictly (specification, section 3.5): a string is never a number, and a number fits or is refused.</summary>
internal static class ScalarReader
{
    /// <summary>Reads a literal.</summary>
    /// <exception cref="InvalidArgumentError">The literal is no value of the scalar.</exception>
    public static object FromLiteral(ScalarGraphType scalar, GraphQLValue literal)
    {
        var value = (scalar.Name, literal) switch
        {
            ("JSON", _) => LiteralJson.Write(literal) is { } text ? JsonText.Read(text) : null,
            ("Int", GraphQLIntValue number) when int.TryParse(number.Value.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) => read,
            ("Float", GraphQLIntValue number) => Finite(number.Value.Span),
            ("Float", GraphQLFloatValue number) => Finite(number.Value.Span),
            ("Boolean", GraphQLBooleanValue flag) => flag.BoolValue,
            ("ID", GraphQLIntValue number) => number.Value.ToString(),
            ("ID" or "String", GraphQLStringValue text) => text.Value.ToString(),
            ("Int" or "Float" or "Boolean" or "ID" or "String", _) => null,
            _ when scalar.CanParseLiteral(literal) => scalar.ParseLiteral(literal),
            _ => null,
        };
        return CheckText(value) ?? throw new InvalidArgumentError($"This {ScalarFault.Of(scalar, (literal as GraphQLStringValue)?.Value.ToString())}.") { DocumentOffset = literal.Location.Start };
    }

    /// <summary>Reads a JSON value; null when it is no value of the scalar.</summary>
    public static object? FromJson(ScalarGraphType scalar, JsonElement json)
    {
        object? value = (scalar.Name, json.ValueKind) switch
        {
            ("JSON", _) => JsonText.Read(json),
            ("Int", JsonValueKind.Number) => WholeNumber(json) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null,
            ("Float", JsonValueKind.Number) => json.TryGetDouble(out var number) && double.IsFinite(number) ? number : null,
            ("Boolean", JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
            ("ID", JsonValueKind.Number) => json.TryGetDecimal(out var id) && decimal.IsInteger(id) ? id.ToString("F0", CultureInfo.InvariantCulture) : null,
            ("ID" or "String", JsonValueKind.String) => Text(json),
            ("Int" or "Float" or "Boolean" or "ID" or "String", _) => null,
            (_, JsonValueKind.String) => Text(json) is { } text && scalar.CanParseValue(text) ? scalar.ParseValue(text) : null,
            (_, JsonValueKind.Number) => json.TryGetDouble(out var number) && scalar.CanParseValue(number) ? scalar.ParseValue(number) : null,
            _ => null,
        };
        return CheckText(value);
    }

    private static double? Finite(ReadOnlySpan<char> digits)
    {
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? number : null;
    }

    // 1.0 is the integer 1 (specification, section 3.5.1).
    private static double? WholeNumber(JsonElement json) =>
        json.TryGetDouble(out var number) && double.IsFinite(number) && Math.Floor(number) == number ? number : null;

    /// <summary>Gives a JSON string's text; null when it holds half a surrogate pair.</summary>
    public static string? Text(JsonElement json)
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escape such as "\ud800" is half a character; no text of the database can be equal to it.
            return null;
        }
    }

    // PostgreSQL stores neither NUL nor half a surrogate pair; such text is refused here rather than there.
    private static object? CheckText(object? value) => value is string text && !IsStorable(text) ? null : value;

    /// <summary>Tells whether the database can store a text.</summary>
    public static bool IsStorable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
