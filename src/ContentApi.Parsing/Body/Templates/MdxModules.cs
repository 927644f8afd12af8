namespace ContentApi.Parsing.Body.Templates;

/// <summary>Finds the module code of MDX: what begins with <c>import</c> or <c>export</c> behind a blank line or a heading.</summary>
internal static class MdxModules
{
    // Code that does not close costs a pass over the rest of the text.
    private const int MaxFailures = 16;

    /// <summary>Where it stands, in order; each piece ends at a blank line or with the text.</summary>
    /// <param name="text">The body.</param>
    /// <param name="regions">Its code, which is none of a module.</param>
    public static List<(int Start, int End)> Find(string text, VerbatimRegions regions)
    {
        var modules = new List<(int, int)>();
        var search = new ParagraphSearch(text);
        var mayBegin = true;
        var (skipTo, failures) = (0, 0);
        var lines = new LineReader(text, 0, 1);
        while (lines.Read())
        {
            if (lines.Start < skipTo)
                continue;
            if (!mayBegin || regions.EndAround(lines.Start) >= 0 || !IsModule(text.AsSpan(lines.Start, search.EndOf(lines.Start) - lines.Start)))
            {
                mayBegin = lines.Line.Trim().IsEmpty || lines.Line[0] == '#';
                continue;
            }

            var end = failures < MaxFailures ? ModuleCode.FindEnd(text, lines.Start) : -1;
            failures += end < 0 ? 1 : 0;
            skipTo = Math.Max(end, search.EndOf(lines.Start));
            modules.Add((lines.Start, skipTo));
        }

        regions.Rewind();
        return modules;
    }

    // A sentence may begin with "import" too.
    private static bool IsModule(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.StartsWith("import ") || paragraph.StartsWith("import{"))
            return paragraph.IndexOfAny('"', '\'') >= 0;
        if (!paragraph.StartsWith("export "))
            return false;
        return paragraph["export ".Length..].TrimStart() is var rest && (rest is ['{' or '*', ..] || rest.StartsWith("const ") || rest.StartsWith("let ")
            || rest.StartsWith("var ") || rest.StartsWith("default ") || rest.StartsWith("default\n") || rest.StartsWith("function") || rest.StartsWith("class ") || rest.StartsWith("async "));
    }
}
