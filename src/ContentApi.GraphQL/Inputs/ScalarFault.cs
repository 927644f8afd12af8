using ContentApi.GraphQL.Schema.Scalars;
using GraphQL.Types;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Says why a value is none of a scalar's.</summary>
internal static class ScalarFault
{
    /// <summary>Gives the end of a sentence about a value.</summary>
    /// <param name="scalar">The type that is needed.</param>
    /// <param name="text">The value, when it is a text; null for any other.</param>
    public static string Of(ScalarGraphType scalar, string? text) => $"is no value of type '{scalar.Name}': {Why(scalar, text)}";

    /// <summary>What a value of the type is.</summary>
    public static string Expected(ScalarGraphType scalar) => scalar.Name switch
    {
        "Int" => $"a whole number from {int.MinValue} to {int.MaxValue}",
        "Long" => "a whole number of up to 64 bits",
        "Float" => "a number that a double can hold",
        "Boolean" => "true or false",
        "ID" => "a text or a whole number",
        "JSON" => "JSON without NUL, halves of surrogate pairs and numbers that no double can hold",
        _ => scalar is StringScalar { Expected: var expected } ? expected : "a text",
    };

    private static string Why(ScalarGraphType scalar, string? text)
    {
        if (text is null || ScalarReader.IsStorable(text))
        {
            return $"expected {Expected(scalar)}";
        }

        return text.Contains('\0', StringComparison.Ordinal) ? "it holds NUL, which no text of the database does" : "it holds half a surrogate pair";
    }
}
