using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Reads values of type JSON. They are written anew, so that equal values are equal text however they came.</summary>
internal static class JsonText
{
    // jsonb takes numbers of up to 131,072 digits before the point and 16,383 behind it. Nothing that a file holds comes near.
    private const int LongestNumber = 400;

    /// <summary>Gives the JSON text that PostgreSQL reads as <c>jsonb</c>; null when it holds what that cannot: NUL, half a character, a number beyond a double.</summary>
    public static string? Read(JsonElement json)
    {
        if (!IsStorable(json))
        {
            return null;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            json.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    /// <summary>The same, of JSON text.</summary>
    public static string? Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Read(document.RootElement);
    }

    private static bool IsStorable(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => ScalarReader.Text(json) is { } text && ScalarReader.IsStorable(text),
        JsonValueKind.Number => IsStorableNumber(json.GetRawText()),
        JsonValueKind.Array => json.EnumerateArray().All(IsStorable),
        JsonValueKind.Object => json.EnumerateObject().All(member => IsStorableName(member) && IsStorable(member.Value)),
        _ => true,
    };

    private static bool IsStorableName(JsonProperty member)
    {
        try
        {
            return ScalarReader.IsStorable(member.Name);
        }
        catch (InvalidOperationException)
        {
            // Half a character.
            return false;
        }
    }

    private static bool IsStorableNumber(string text)
    {
        var exponent = text.IndexOfAny(['e', 'E']);
        return text.Length <= LongestNumber
            && double.IsFinite(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            && (exponent < 0 || (int.TryParse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) && Math.Abs(power) <= LongestNumber));
    }
}
