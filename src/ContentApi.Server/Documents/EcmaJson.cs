using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContentApi.Server.Documents;

/// <summary>Writes JSON as <c>JSON.stringify(JSON.parse(…))</c> of ECMA-262 does, so that a page makes the same addresses of the same variables.</summary>
internal static class EcmaJson
{
    // Keys up to this one are indices, and come first in every object (ECMA-262, section 10.1.11).
    private const uint LargestIndex = uint.MaxValue - 1;

    /// <summary>Gives the text of some members of an object.</summary>
    /// <exception cref="InvalidOperationException">A text in it holds half a surrogate pair.</exception>
    public static string Of(IEnumerable<JsonProperty> members)
    {
        var text = new StringBuilder();
        AppendMembers(text, members);
        return text.ToString();
    }

    /// <summary>Appends a value.</summary>
    /// <exception cref="InvalidOperationException">A text in it holds half a surrogate pair.</exception>
    public static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                AppendMembers(text, InOrder(value));
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Append(index > 0 ? text.Append(',') : text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                AppendString(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                AppendNumber(text, double.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    /// <summary>Appends a text in quotes (QuoteJSONString, section 25.5.2.3).</summary>
    public static void AppendString(StringBuilder text, string value)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsSurrogatePair(value, i))
                text.Append(value[i]).Append(value[++i]);
            else
                AppendUnit(text, value[i]);
        }

        text.Append('"');
    }

    /// <summary>Appends a number (Number::toString, section 6.1.6.1.20).</summary>
    public static void AppendNumber(StringBuilder text, double number)
    {
        if (!double.IsFinite(number) || number == 0)
        {
            text.Append(number == 0 ? "0" : "null");
            return;
        }

        var (digits, exponent) = Shortest(Math.Abs(number));
        text.Append(number < 0 ? "-" : "");
        var point = exponent + 1;
        if (point is > 21 or <= -6)
        {
            text.Append(digits[0]).Append(digits.Length > 1 ? "." : "").Append(digits, 1, digits.Length - 1).Append('e');
            text.Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent));
        }
        else if (point <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else if (point >= digits.Length)
        {
            text.Append(digits).Append('0', point - digits.Length);
        }
        else
        {
            text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }
    }

    // The fewest digits that give the same number, without outer zeros, and the power of ten of the first: "R" writes 1.25E-07 and 125000.
    private static (string Digits, int Exponent) Shortest(double number)
    {
        var parts = number.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var whole = parts[0].Split('.')[0].Length;
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), power + whole - 1 - (digits.Length - significant.Length));
    }

    private static void AppendMembers(StringBuilder text, IEnumerable<JsonProperty> members)
    {
        text.Append('{');
        foreach (var (index, member) in members.Index())
        {
            AppendString(index > 0 ? text.Append(',') : text, member.Name);
            Append(text.Append(':'), member.Value);
        }

        text.Append('}');
    }

    private static IEnumerable<JsonProperty> InOrder(JsonElement value) =>
        value.EnumerateObject().OrderBy(member => Index(member.Name) ?? uint.MaxValue);

    private static uint? Index(string name) =>
        uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index <= LargestIndex && (name.Length == 1 || name[0] != '0') ? index : null;

    private static void AppendUnit(StringBuilder text, char unit)
    {
        switch (unit)
        {
            case '"' or '\\':
                text.Append('\\').Append(unit);
                break;
            case '\b':
                text.Append("\\b");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\f':
                text.Append("\\f");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case < ' ':
            case var _ when char.IsSurrogate(unit):
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}");
                break;
            default:
                text.Append(unit);
                break;
        }
    }
}
