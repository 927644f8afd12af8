namespace ContentApi.Parsing.FrontMatter;

/// <summary>A value in a block of YAML, with the key or the dashes before it and the lines it runs over.</summary>
internal sealed record YamlEntry
{
    /// <summary>0-based number of the line it starts in.</summary>
    public required int First { get; init; }

    /// <summary>Number of the line behind its last one.</summary>
    public required int End { get; init; }

    /// <summary>Further lines of the value stand more to the right than this; -1 lets all of them stand anywhere.</summary>
    public required int Indent { get; init; }

    /// <summary>Offset of the key in its line, and of the value where there is no key.</summary>
    public required int KeyAt { get; init; }

    /// <summary>The key as written, quotes included; empty when there is none.</summary>
    public required string Key { get; init; }

    /// <summary>Offset of the value in the first line; its length when there is none.</summary>
    public required int ValueAt { get; init; }

    public YamlValueKind Kind { get; init; }

    /// <summary>What a line begins: indentation, dashes and a key come before the value.</summary>
    public static YamlEntry Of(string line, int number)
    {
        var at = SkipBlanks(line, 0);
        var dash = -1;
        while (at + 1 < line.Length && line[at] == '-' && line[at + 1] is ' ' or '\t')
            (dash, at) = (at, SkipBlanks(line, at + 1));
        var colon = FindColon(line, at);
        return new YamlEntry
        {
            First = number,
            End = number + 1,
            Indent = colon >= 0 ? at : dash >= 0 ? dash : at - 1,
            KeyAt = at,
            Key = colon >= 0 ? line[at..colon].TrimEnd() : "",
            ValueAt = colon >= 0 ? SkipBlanks(line, colon + 1) : at,
        };
    }

    /// <summary>True for a line that begins a key or an item of a list, however far it is indented.</summary>
    public static bool Starts(string line)
    {
        var at = SkipBlanks(line, 0);
        return (at < line.Length && line[at] == '-' && (at + 1 == line.Length || line[at + 1] is ' ' or '\t')) || FindColon(line, at) >= 0;
    }

    /// <summary>True for a line with a key of the block itself.</summary>
    public static bool StartsAtTop(string line) =>
        line.Length > 0 && line[0] is not (' ' or '\t' or '#' or '-' or '[' or '{' or ']' or '}' or '|' or '>' or ',') && FindColon(line, 0) >= 0;

    /// <summary>Offset of the first character from <paramref name="at"/> on that is no blank.</summary>
    public static int SkipBlanks(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
        return at;
    }

    /// <summary>Offset of the colon behind a key that starts at <paramref name="at"/>; -1 when there is none.</summary>
    private static int FindColon(string line, int at)
    {
        if (at >= line.Length || line[at] is '#' or '[' or '{')
            return -1;
        var quote = line[at] is '"' or '\'' ? line[at] : '\0';
        var start = quote == '\0' ? at : line.IndexOf(quote, at + 1);
        for (var colon = start < 0 ? -1 : line.IndexOf(':', start); colon >= 0; colon = line.IndexOf(':', colon + 1))
        {
            if (colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t'))
                continue;
            return colon > at && (quote == '\0' || line.AsSpan(at + 1, colon - at - 1).TrimEnd().EndsWith([quote])) ? colon : -1;
        }

        return -1;
    }
}
