namespace ContentApi.Parsing.Body;

/// <summary>Looks for texts on whose blocks Markdig would spend quadratic time.</summary>
internal static class MarkdownGuard
{
    // Markdig takes each definition out of its paragraph one by one.
    private const int MaxDefinitions = 10_000;

    // Underlined headings and definition lists replace blocks in the middle of the list of all blocks.
    private const int MaxReplacements = 50_000;

    // Each line is compared with every container that is open.
    private const int MaxContainers = 500;

    /// <summary>What is too much; null when the text is fine.</summary>
    public static string? FindFault(string markdown)
    {
        var definitions = 0;
        var replacements = 0;
        var isParagraph = false;
        var containers = new List<(int Quotes, int Indent, int Length)>();
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan()[range];
            var text = line.TrimStart(" \t>");
            switch (text)
            {
                case ['[', ..] when text.Contains("]:", StringComparison.Ordinal):
                    definitions++;
                    break;
                case [':', ':', ':', ..]:
                    Follow(line, text, containers);
                    if (containers.Count > MaxContainers)
                        return "the Markdown has too many containers within each other";
                    break;
                case [':' or '~', ..]:
                case ['=' or '-', ..] when isParagraph && IsUnderline(text):
                    replacements++;
                    break;
            }

            isParagraph = text.IsEmpty ? isParagraph && line.Contains('>') : !IsUnderline(text) || !(isParagraph || IsRule(text));
        }

        if (definitions > MaxDefinitions)
            return "the Markdown has too many link definitions";
        return replacements > MaxReplacements ? "the Markdown has too many underlined headings or definitions" : null;
    }

    private static bool IsUnderline(ReadOnlySpan<char> text) => text.Trim(" \t=-").IsEmpty;

    // Between rules no text stands that they could underline.
    private static bool IsRule(ReadOnlySpan<char> text) => text.Count('-') >= 3 && text.Trim(" \t-").IsEmpty;

    // As Markdig does: colons alone close the outermost container that has no more of them, with all in it, or else open one.
    // In doubt, by marks of quotes, they open one; and behind four blanks, where they may be code, they close the innermost alone.
    private static void Follow(ReadOnlySpan<char> line, ReadOnlySpan<char> text, List<(int Quotes, int Indent, int Length)> containers)
    {
        var prefix = line[..^text.Length];
        var quotes = prefix.Count('>');
        var indent = prefix.Length - 1 - prefix.LastIndexOf('>');
        var length = text.Length - text.TrimStart(':').Length;
        while (containers.Count > 0 && containers[^1].Quotes > quotes)
            containers.RemoveAt(containers.Count - 1);
        var closed = -1;
        if (text.TrimStart(':').Trim().IsEmpty)
            closed = containers.FindIndex(indent <= 3 ? 0 : Math.Max(0, containers.Count - 1), open => open.Quotes == quotes && open.Length <= length && indent <= Math.Max(3, open.Indent));
        if (closed >= 0)
            containers.RemoveRange(closed, containers.Count - closed);
        else
            containers.Add((quotes, indent, length));
    }
}
