namespace ContentApi.Parsing.FrontMatter;

/// <summary>Tells front matter from a heading with a colon: one of a few keys is in every real one.</summary>
internal static class KnownKeys
{
    private static readonly string[] Names = ["title", "date", "tags", "categories", "layout"];

    /// <summary>True for one of the keys, compared without case.</summary>
    public static bool Contains(ReadOnlySpan<char> key)
    {
        foreach (var name in Names)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>True when a line of the block begins with one of the keys; of YAML every line has to look like it.</summary>
    public static bool AreIn(string block, MetaFormat format)
    {
        var isKnown = false;
        var lines = new LineReader(block, 0, 1);
        while (lines.Read())
        {
            var line = lines.Line.TrimEnd();
            if (format == MetaFormat.Yaml && !LooksLikeYaml(line))
                return false;
            isKnown |= Contains(KeyOf(line, format));
        }

        return isKnown;
    }

    /// <summary>The key that a line begins with, without quotes; empty when there is none.</summary>
    public static ReadOnlySpan<char> KeyOf(ReadOnlySpan<char> line, MetaFormat format)
    {
        var end = line.IndexOf(format == MetaFormat.Toml ? '=' : ':');
        if (end <= 0)
            return [];
        var key = line[..end].Trim();
        if (format is MetaFormat.Json or MetaFormat.JsonMembers)
            key = key.TrimStart('{').TrimStart();
        return key.Trim("\"'");
    }

    /// <summary>True for a line that can stand in YAML: a key, a list item, an indented line, a comment or nothing.</summary>
    /// <param name="line">Without blanks at its end.</param>
    public static bool LooksLikeYaml(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line[0] is ' ' or '\t' or '#' || line is "-" || line.StartsWith("- ", StringComparison.Ordinal))
            return true;
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')))
            return false;
        foreach (var c in KeyOf(line, MetaFormat.Yaml))
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' '))
                return false;
        }

        return true;
    }
}
