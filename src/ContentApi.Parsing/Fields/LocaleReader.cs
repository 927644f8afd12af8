using System.Text.RegularExpressions;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the language of a file.</summary>
internal static partial class LocaleReader
{
    /// <summary>A BCP 47 tag in the usual case (<c>zh-Hant-TW</c>); null when no key holds one.</summary>
    public static string? Read(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.LocaleKeys).ToArray())
        {
            if (entry.Value is not MetaScalar scalar || Normalise(scalar.Text.Trim()) is not { } tag)
                continue;
            context.Fields.Take(entry);
            return tag;
        }

        return null;
    }

    /// <summary>Null when the text is no language tag.</summary>
    public static string? Normalise(string text)
    {
        if (text.Length > 35 || !Tag().IsMatch(text))
            return null;
        var parts = text.Replace('_', '-').ToLowerInvariant().Split('-');
        for (var i = 1; i < parts.Length; i++)
        {
            // RFC 5646, 2.1.1: regions in capitals, scripts with one, unless they follow a single letter.
            if (parts[i - 1].Length == 1)
                break;
            if (parts[i].Length == 2)
                parts[i] = parts[i].ToUpperInvariant();
            else if (parts[i].Length == 4 && char.IsLetter(parts[i][0]))
                parts[i] = char.ToUpperInvariant(parts[i][0]) + parts[i][1..];
        }

        return string.Join('-', parts);
    }

    [GeneratedRegex("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
