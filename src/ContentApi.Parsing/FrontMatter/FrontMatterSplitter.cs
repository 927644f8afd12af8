namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Finds the front matter of a file in one pass over its lines. Never fails on plain Markdown, and never guesses: a block
/// that does not close is reported, not read.
/// </summary>
internal static class FrontMatterSplitter
{
    // Front matter without an opening fence (Hexo's classic form) is told from a heading by one of these.
    private static readonly string[] KnownKeys = ["title", "date", "tags", "categories", "layout"];

    public static SplitFile Split(string text)
    {
        var lines = new LineReader(text, 0, 1);
        while (lines.Read())
        {
            // Blank lines before the fence: a whole family of generated sites has one.
            if (lines.Line.IsWhiteSpace())
                continue;
            var line = lines.Line.TrimEnd();
            if (OtherFormat(text, lines.Start, line) is { } name)
                return new SplitFile { Format = FrontMatterFormat.Unsupported, FormatName = name, ContentLine = lines.Number };
            var fence = OpeningFence(line);
            return fence > 0 ? Fenced(text, lines, fence) : Unfenced(text, lines.Start, lines.Number);
        }

        return new SplitFile { Format = FrontMatterFormat.None };
    }

    /// <summary>
    /// Offset of a fenced block of known keys that starts at the first line with text from <paramref name="start"/> on;
    /// -1 when there is none.
    /// </summary>
    public static int FindBlock(string text, int start)
    {
        var lines = new LineReader(text, start, 1);
        var fenceAt = -1;
        var knownKey = false;
        while (lines.Read())
        {
            var line = lines.Line.TrimEnd();
            if (fenceAt < 0)
            {
                if (line.IsEmpty)
                    continue;
                if (OpeningFence(line) == 0)
                    return -1;
                fenceAt = lines.Start;
            }
            else if (OpeningFence(line) > 0)
            {
                return knownKey ? fenceAt : -1;
            }
            else if (!LooksLikeYaml(line, ref knownKey))
            {
                return -1;
            }
        }

        return -1;
    }

    private static SplitFile Fenced(string text, LineReader lines, int fence)
    {
        var split = new SplitFile
        {
            Format = FrontMatterFormat.Unclosed,
            LeadEnd = lines.Start,
            OpenFenceEnd = lines.End,
            ContentLine = lines.Number + 1,
        };
        while (lines.Read())
        {
            var line = lines.Line.TrimEnd();
            if (IsDashes(line, fence) || line is "...")
                return Closed(split, lines);
        }

        return split with { ContentEnd = text.Length, CloseFenceEnd = text.Length, BodyLine = lines.Number + 1 };
    }

    // Hexo takes everything before the first "---" for front matter and then fails on plain Markdown; here every line has to
    // look like YAML, and a known key has to be among them.
    private static SplitFile Unfenced(string text, int start, int number)
    {
        var none = new SplitFile { Format = FrontMatterFormat.None };
        var knownKey = false;
        var lines = new LineReader(text, start, number);
        while (lines.Read())
        {
            var line = lines.Line.TrimEnd();
            if (line is ";;;" && lines.Start > start)
                return none with { Format = FrontMatterFormat.Unsupported, FormatName = "JSON", ContentLine = number };
            if (IsDashes(line, 0))
            {
                var split = none with { Format = FrontMatterFormat.Yaml, LeadEnd = start, OpenFenceEnd = start, ContentLine = number };
                return knownKey ? Closed(split, lines) : none;
            }

            if (!LooksLikeYaml(line, ref knownKey))
                return none;
        }

        return none;
    }

    private static SplitFile Closed(SplitFile split, LineReader lines) => split with
    {
        Format = FrontMatterFormat.Yaml,
        ContentEnd = lines.Start,
        CloseFenceEnd = lines.End,
        BodyLine = lines.Number + 1,
    };

    /// <summary>Number of dashes of a fence that opens YAML; 0 for any other line.</summary>
    private static int OpeningFence(ReadOnlySpan<char> line)
    {
        var dashes = line.Length - line.TrimStart('-').Length;
        var language = line[dashes..].Trim();
        return dashes >= 3 && (language.IsEmpty || IsOneOf(language, "yaml", "yml")) ? dashes : 0;
    }

    private static bool IsDashes(ReadOnlySpan<char> line, int count) =>
        line.Length >= 3 && (count == 0 || line.Length == count) && line.TrimStart('-').IsEmpty;

    private static string? OtherFormat(string text, int start, ReadOnlySpan<char> line)
    {
        if (line is "+++")
            return "TOML";
        if (line is ";;;")
            return "JSON";
        if (line.StartsWith("---", StringComparison.Ordinal))
        {
            var language = line.TrimStart('-').Trim();
            return IsOneOf(language, "toml") ? "TOML" : IsOneOf(language, "json") ? "JSON" : null;
        }

        var rest = text.AsSpan(start);
        if (rest.StartsWith("<!--{", StringComparison.Ordinal))
            rest = rest[4..];

        // "{{", "{%" and "{:" open templates and attributes, not JSON.
        return rest[0] == '{' && rest[1..].TrimStart() is ['"' or '}', ..] ? "JSON" : null;
    }

    private static bool LooksLikeYaml(ReadOnlySpan<char> line, ref bool knownKey)
    {
        if (line.IsEmpty || line[0] is ' ' or '\t' or '#' || line is "-" || line.StartsWith("- ", StringComparison.Ordinal))
            return true;
        var colon = line.IndexOf(':');
        if (colon <= 0 || (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t')))
            return false;
        var key = line[..colon].Trim().Trim("\"'");
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.' or ' '))
                return false;
        }

        knownKey |= IsOneOf(key, KnownKeys);
        return true;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, params ReadOnlySpan<string> words)
    {
        foreach (var candidate in words)
        {
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
