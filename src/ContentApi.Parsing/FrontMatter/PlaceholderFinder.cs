using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Tells a template for articles from an article: the title, or the date of publication, is a placeholder.</summary>
internal static class PlaceholderFinder
{
    private static readonly HashSet<string> Keys = ["title", .. Enum.GetValues<Dialect>().Select(DialectRules.For).SelectMany(rules => rules.PublishedKeys)];

    /// <summary>Where the placeholder is; null when there is none.</summary>
    public static Place? Find(MetaMap map) => !map.Entries.Any(IsPlaceholder) ? null : map.Entries
        .GroupBy(entry => FieldName.Fold(entry.Key))
        .Where(keys => Keys.Contains(keys.Key))
        .Select(keys => keys.Last())   // of a key in two spellings the last counts
        .FirstOrDefault(IsPlaceholder)?.Value.Place;

    /// <summary>The same of a block that cannot be read, which templates often are before they are filled in.</summary>
    public static Place? Find(string block, int firstLine, MetaFormat format)
    {
        var lines = new LineReader(block, 0, firstLine);
        while (lines.Read())
        {
            var line = lines.Line;
            if (format == MetaFormat.Toml && line.StartsWith('['))
                return null;   // a table begins
            if (format == MetaFormat.Yaml && (line.IsEmpty || char.IsWhiteSpace(line[0])))
                continue;      // no key of the block itself
            if (!Keys.Contains(FieldName.Fold(KnownKeys.KeyOf(line, format).ToString())))
                continue;
            var separator = line.IndexOf(format == MetaFormat.Toml ? '=' : ':');
            var value = line[(separator + 1)..].Trim();
            if (IsPlaceholder(value.TrimEnd(',').Trim("\"'")))
                return new Place(lines.Number, line.IndexOf(value) + 1);
        }

        return null;
    }

    private static bool IsPlaceholder(MetaEntry entry) => entry.Value is MetaScalar scalar && IsPlaceholder(scalar.Text);

    // {{ title }}, {{{ title }}}, <% tp.file.title %>, {{ date }}T{{ time }}. A title that only mentions one has words around it.
    private static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        var isFound = false;
        for (text = text.Trim(); !text.IsEmpty; isFound = true)
        {
            var isBraces = text.StartsWith("{{", StringComparison.Ordinal);
            if (!isBraces && !text.StartsWith("<%", StringComparison.Ordinal))
                return false;
            var end = text.IndexOf(isBraces ? "}}" : "%>", StringComparison.Ordinal);
            if (end < 0)
                return false;
            text = text[(end + 2)..].TrimStart('}').TrimStart(" T:-/");
        }

        return isFound;
    }
}
