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
        var containers = 0;
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var text = line.TrimStart(" \t>");
            switch (text)
            {
                case ['[', ..] when text.Contains("]:", StringComparison.Ordinal):
                    definitions++;
                    break;
                case [':', ':', ':', ..]:
                    containers = Math.Max(0, containers + (text.TrimStart(':').Trim().IsEmpty ? -1 : 1));
                    if (containers > MaxContainers)
                        return "the Markdown has too many containers within each other";
                    break;
                case [':' or '=' or '-' or '~', ..] when text[0] is ':' or '~' || text.Trim(" \t=-").IsEmpty:
                    replacements++;
                    break;
            }
        }

        if (definitions > MaxDefinitions)
            return "the Markdown has too many link definitions";
        return replacements > MaxReplacements ? "the Markdown has too many underlined headings or definitions" : null;
    }
}
