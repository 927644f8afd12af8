using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Splits a file and reads its front matter.</summary>
internal static class FrontMatterReader
{
    /// <summary>Null when the file is rejected; an error then says why.</summary>
    public static SourceParts? Read(string text, DiagnosticBag bag)
    {
        var split = FrontMatterSplitter.Split(text);
        var place = new Place(split.ContentLine, 1);
        switch (split.Format)
        {
            case FrontMatterFormat.Unsupported:
                bag.Error(DiagnosticCode.UnsupportedFormat, place, $"front matter in {split.FormatName} is not read yet; file rejected", "Write it in YAML between lines of ---.");
                return null;
            case FrontMatterFormat.Unclosed:
                bag.Error(DiagnosticCode.Unclosed, new Place(split.ContentLine - 1, 1), "the front matter opened here is never closed; file rejected", "Close it with a line of as many dashes.");
                return null;
            case FrontMatterFormat.None:
                ReportLate(text, bag);
                return new SourceParts(MetaMap.Empty, text, 1);
        }

        var yaml = text[split.OpenFenceEnd..split.ContentEnd];
        if (!split.HasOpenFence)
            return ReadUnfenced(text, yaml, split, bag);
        if (FindTemplate(yaml, split.ContentLine) is { } template)
        {
            bag.Error(DiagnosticCode.Template, template, "the title or the date is a template placeholder; this is a template, not an article", "Keep templates in a folder that is not imported.");
            return null;
        }

        switch (YamlReader.Read(yaml, split.ContentLine, bag, "the front matter"))
        {
            case MetaMap map:
                ReportDouble(text, split, bag);
                return new SourceParts(map, text[split.CloseFenceEnd..], split.BodyLine);
            case MetaScalar { IsNull: true }:
                return new SourceParts(MetaMap.Empty, text[split.CloseFenceEnd..], split.BodyLine);
            case { } other:
                bag.Error(DiagnosticCode.NotAMapping, other.Place, "the front matter is no list of keys and values; file rejected", "Write one 'key: value' a line.");
                return null;
            default:
                return null;
        }
    }

    // What looked like front matter but is none is body.
    private static SourceParts ReadUnfenced(string text, string yaml, SplitFile split, DiagnosticBag bag)
    {
        var findings = new DiagnosticBag(bag.Path);
        if (YamlReader.Read(yaml, split.ContentLine, findings, "the front matter") is not MetaMap map)
            return new SourceParts(MetaMap.Empty, text, 1);
        bag.AddRange(findings);
        bag.Warn(DiagnosticCode.NoOpenFence, new Place(split.ContentLine, 1), "the front matter has no opening fence; it was read all the same", "Put a line of --- before it.");
        return new SourceParts(map, text[split.CloseFenceEnd..], split.BodyLine);
    }

    // title: {{ title }}
    private static Place? FindTemplate(string yaml, int firstLine)
    {
        if (!yaml.Contains("{{", StringComparison.Ordinal))
            return null;
        var lines = new LineReader(yaml, 0, firstLine);
        while (lines.Read())
        {
            var colon = lines.Line.IndexOf(':');
            if (colon <= 0 || lines.Line[..colon].Trim() is not ("title" or "date" or "Title" or "Date"))
                continue;
            var value = lines.Line[(colon + 1)..].Trim().Trim("\"'").Trim();
            if (value.StartsWith("{{", StringComparison.Ordinal) && value.IndexOf("}}") == value.Length - 2)
                return new Place(lines.Number, colon + 2);
        }

        return null;
    }

    private static void ReportDouble(string text, SplitFile split, DiagnosticBag bag)
    {
        if (FrontMatterSplitter.FindBlock(text, split.CloseFenceEnd) >= 0)
            bag.Warn(DiagnosticCode.DoubleFm, new Place(split.BodyLine, 1), "a second front matter follows the first; it is left in the body");
    }

    private static void ReportLate(string text, DiagnosticBag bag)
    {
        var start = text.Length - text.AsSpan().TrimStart().Length;
        if (!text.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal))
            return;
        var end = text.IndexOf("-->", start, StringComparison.Ordinal);
        var at = end < 0 ? -1 : FrontMatterSplitter.FindBlock(text, end + 3);
        if (at >= 0)
            bag.Warn(DiagnosticCode.LateFm, new Place(text.AsSpan(0, at).Count('\n') + 1, 1), "front matter after a comment is not read", "Move it to the first line.");
    }
}
