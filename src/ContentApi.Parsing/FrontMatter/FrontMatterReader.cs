using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Splits a file and reads its front matter.</summary>
internal static class FrontMatterReader
{
    private const string Subject = "the front matter";

    /// <summary>Null when the file is rejected; an error then says why.</summary>
    public static SourceParts? Read(string text, DiagnosticBag bag)
    {
        var split = FrontMatterSplitter.Split(text);
        if (split.Format is not { } format)
            return WithBody(MetaMap.Empty, text, SplitFile.None, bag);

        if (!split.IsClosed)
        {
            bag.Error(DiagnosticCode.Unclosed, split.Start, "the front matter opened here is never closed; file rejected", HowToClose(text, split));
            return null;
        }

        if (format == MetaFormat.Unsupported)
        {
            var language = text[split.LeadEnd..split.OpenFenceEnd].Trim().TrimStart('-').TrimStart();
            bag.Error(DiagnosticCode.UnsupportedFormat, split.Start, $"front matter in '{DiagnosticBag.Show(language)}' is not read; file rejected", "Write it in YAML, TOML or JSON.");
            return null;
        }

        var block = text[split.OpenFenceEnd..split.ContentEnd];
        var findings = new DiagnosticBag(bag.Path);
        var meta = MetaReader.Read(format, block, split.Content, findings, Subject);
        if ((meta is MetaMap keys ? PlaceholderFinder.Find(keys) : PlaceholderFinder.Find(block, split.Content.Line, format)) is { } template)
        {
            bag.Error(DiagnosticCode.Template, template, "the title or the date is a template placeholder; this is a template, not an article", "Keep templates in a folder that is not imported.");
            return null;
        }

        var needsFence = !split.HasOpenFence && format != MetaFormat.Json;
        if (needsFence && meta is not MetaMap)
            return WithBody(MetaMap.Empty, text, SplitFile.None, bag);   // what looked like front matter is body
        if (meta is not (null or MetaMap or MetaScalar { IsNull: true }))
        {
            bag.Error(DiagnosticCode.NotAMapping, meta.Place, "the front matter is no list of keys and values; file rejected", "Write one 'key: value' a line.");
            return null;
        }

        bag.AddRange(findings);
        if (needsFence)
            bag.Warn(DiagnosticCode.NoOpenFence, split.Content, "the front matter has no opening fence; it was read all the same", $"Put a line of {(format == MetaFormat.Yaml ? "---" : ";;;")} before it.");
        return meta is null ? null : WithBody(meta as MetaMap ?? MetaMap.Empty, text, split, bag);
    }

    // Blocks behind another, or behind comments, stay in the body; the text begins behind them.
    private static SourceParts WithBody(MetaMap map, string text, SplitFile split, DiagnosticBag bag)
    {
        var last = split;
        while (FrontMatterSplitter.FindLate(text, last.CloseFenceEnd, last.BodyLine) is { } late)
        {
            if (split.Format is null)
                bag.Warn(DiagnosticCode.LateFm, late.Start, "front matter after a comment is not read", "Move it to the first line.");
            else
                bag.Warn(DiagnosticCode.DoubleFm, late.Start, "a second front matter follows the first; it is left in the body");
            last = late;
        }

        return new SourceParts(map, text[split.CloseFenceEnd..], split.BodyLine, last.CloseFenceEnd - split.CloseFenceEnd);
    }

    private static string HowToClose(string text, SplitFile split)
    {
        var opening = text.AsSpan(split.LeadEnd);
        var length = opening.Length - opening.TrimStart(opening[0]).Length;
        return opening[0] switch
        {
            '{' => "Close it with a brace.",
            '<' => "Close it with }-->.",
            var mark => $"Close it with a line of {(length <= 20 ? new string(mark, length) : $"{length} times {mark}")}.",
        };
    }
}
