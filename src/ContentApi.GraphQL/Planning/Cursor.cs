using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Planning;

/// <summary>
/// A cursor: base64 of a JSON array of a fingerprint and the sort keys of a row as PostgreSQL prints them. SQL writes
/// them, this class reads them; nothing that it lets through can make a cast fail.
/// </summary>
internal static partial class Cursor
{
    /// <summary>Gives the sort keys of a cursor; null when it is none of this list.</summary>
    /// <param name="text">As the client sends it.</param>
    /// <param name="fingerprint">Of the list, its filter and order.</param>
    /// <param name="types">Types of the sort keys.</param>
    public static IReadOnlyList<string>? Read(string text, string fingerprint, IReadOnlyList<SortKeyType> types)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length))
        {
            return null;
        }

        try
        {
            var values = JsonSerializer.Deserialize<string[]>(bytes.AsSpan(0, length));
            return values is [var head, .. var keys] && head == fingerprint && keys.Length == types.Count && keys.Zip(types).All(pair => IsOfType(pair.First, pair.Second))
                ? keys
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Stricter than .NET, which reads "0x000006-…" as a UUID and "1e-400" as the number 0, where PostgreSQL fails.
    private static bool IsOfType(string? text, SortKeyType type) => text is not null && type switch
    {
        SortKeyType.Text => !text.Contains('\0', StringComparison.Ordinal),
        SortKeyType.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        SortKeyType.Float => text is "-Infinity" or "Infinity" or "0" or "-0" || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number != 0),
        SortKeyType.Instant => text is "-infinity" or "infinity" || (Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)),
        _ => Guid.TryParseExact(text, "D", out var key) && key.ToString("D") == text,
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Instant();
}
