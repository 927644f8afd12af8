using System.Buffers;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Finds the front matter of a file in one pass over its lines. Never fails on plain Markdown, and never guesses: a block
/// that does not close is reported, not read.
/// </summary>
internal static class FrontMatterSplitter
{
    private const int MinFence = 3;

    // No name of a language is longer.
    private const int MaxLanguage = 20;

    private const string CommentStart = "<!--";

    private const string CommentEnd = "-->";

    // Those that a tool drops from its pages.
    private static readonly (string Open, string Close)[] Comments =
        [(CommentStart, CommentEnd), ("{/*", "*/}"), ("{#", "#}"), ("{% comment %}", "{% endcomment %}"), ("%%", "%%")];

    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+#.");

    // Eleventy's own, and what its users add.
    private static readonly string[] ForeignLanguages = ["js", "javascript", "ts", "typescript", "coffee", "coffeescript", "cson", "json5", "jsonc", "hjson", "ini", "xml", "edn"];

    public static SplitFile Split(string text)
    {
        var lines = new LineReader(text, 0, 1);
        return ReadToText(ref lines) ? Fenced(text, lines) ?? Unfenced(text, lines.Start, lines.Number) : SplitFile.None;
    }

    /// <summary>The fenced block of known keys with which a text begins, but for comments before it; null when there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="start">Where in it the text begins.</param>
    /// <param name="line">1-based line of that place.</param>
    public static SplitFile? FindLate(string text, int start, int line)
    {
        var end = CommentsEnd(text, start);
        var lines = new LineReader(text, end, line + text.AsSpan(start, end - start).Count('\n'));
        return ReadToText(ref lines) && Fenced(text, lines) is { IsClosed: true, Format: { } format } split
            && KnownKeys.AreIn(text[split.OpenFenceEnd..split.ContentEnd], format) ? split : null;
    }

    private static int CommentsEnd(string text, int start)
    {
        while (true)
        {
            var rest = text.AsSpan(start).TrimStart();
            var length = CommentLength(rest);
            if (length == 0)
                return start;
            start = text.Length - rest.Length + length;
        }
    }

    // 0 when the text begins with none; one that holds JSON is a block.
    private static int CommentLength(ReadOnlySpan<char> text)
    {
        foreach (var (open, close) in Comments)
        {
            if (text.StartsWith(open, StringComparison.Ordinal) && !JsonBlock.Opens(text[open.Length..]))
                return text[open.Length..].IndexOf(close) is >= 0 and var length ? open.Length + length + close.Length : 0;
        }

        return 0;
    }

    // Blank lines before the fence: a whole family of generated sites has one.
    private static bool ReadToText(ref LineReader lines)
    {
        while (lines.Read())
        {
            if (!lines.Line.IsWhiteSpace())
                return true;
        }

        return false;
    }

    /// <summary>The block that the current line opens; null when it opens none.</summary>
    private static SplitFile? Fenced(string text, LineReader lines)
    {
        var line = lines.Line.TrimEnd();
        var start = new Place(lines.Number, 1);
        var split = new SplitFile { LeadEnd = lines.Start, OpenFenceEnd = lines.Start, Start = start, Content = start };
        var rest = text.AsSpan(lines.Start);
        if (JsonBlock.Opens(rest))
            return Object(text, split, closing: "");
        if (rest.StartsWith(CommentStart, StringComparison.Ordinal) && JsonBlock.Opens(rest[CommentStart.Length..]))
        {
            return Object(text, split with { OpenFenceEnd = lines.Start + CommentStart.Length, Content = start with { Column = CommentStart.Length + 1 } }, CommentEnd);
        }

        if (FormatOf(line, out var isForeign) is not { } format)
            return null;
        var fence = line.Length - line.TrimStart(line[0]).Length;
        split = split with { Format = format, OpenFenceEnd = lines.End, Content = new Place(lines.Number + 1, 1) };
        var mark = line[0];
        while (lines.Read())
        {
            line = lines.Line.TrimEnd();
            if (IsFence(line, mark, fence) || (mark == '-' && line is "..."))
                return format == MetaFormat.Unsupported && !isForeign && !KnownKeys.AreIn(text[split.OpenFenceEnd..lines.Start], MetaFormat.Yaml) ? null : Closed(split, lines);
        }

        if (format == MetaFormat.Unsupported && !isForeign)
            return null;
        return split with { ContentEnd = text.Length, CloseFenceEnd = text.Length, BodyLine = lines.Number + 1 };
    }

    /// <summary>The language of the block that a fence opens; null for any other line.</summary>
    /// <param name="line">Without blanks at its end.</param>
    /// <param name="isForeign">True when a language is known to be one that is not read; any other word may begin a text.</param>
    private static MetaFormat? FormatOf(ReadOnlySpan<char> line, out bool isForeign)
    {
        isForeign = false;
        if (line is "+++")
            return MetaFormat.Toml;
        if (IsFence(line, ';', 0))
            return MetaFormat.JsonMembers;
        if (!line.StartsWith("---", StringComparison.Ordinal))
            return null;
        var behind = line.TrimStart('-');
        var language = behind.TrimStart();
        if (language.IsEmpty || (language[0] == '#' && behind[0] != '#'))   // a comment of YAML
            return MetaFormat.Yaml;
        Span<char> name = stackalloc char[MaxLanguage];
        var length = language.ToLowerInvariant(name);
        if (length <= 0 || language.IndexOfAnyExcept(LanguageCharacters) >= 0)
            return null;
        isForeign = ForeignLanguages.Contains(name[..length].ToString());
        return name[..length] switch
        {
            "yaml" or "yml" => MetaFormat.Yaml,
            "toml" => MetaFormat.Toml,
            "json" => MetaFormat.Json,
            _ => MetaFormat.Unsupported,
        };
    }

    // JSON's braces are part of the block, and of the lines around it nothing is.
    private static SplitFile Object(string text, SplitFile split, string closing)
    {
        split = split with { Format = MetaFormat.Json };
        var length = JsonBlock.EndOf(text.AsSpan(split.OpenFenceEnd));
        var end = split.OpenFenceEnd + length;
        var close = end;
        if (closing.Length > 0)
        {
            while (close < text.Length && char.IsWhiteSpace(text[close]))
                close++;
        }

        if (length < 0 || !text.AsSpan(close).StartsWith(closing, StringComparison.Ordinal))
            return split with { ContentEnd = text.Length, CloseFenceEnd = text.Length, BodyLine = split.Start.Line + text.AsSpan(split.LeadEnd).Count('\n') };
        close += closing.Length;
        if (JsonBlock.IsBlankToLineEnd(text.AsSpan(close)))
            close = text.IndexOf('\n', close) is >= 0 and var lineEnd ? lineEnd + 1 : text.Length;
        var bodyLine = split.Start.Line + text.AsSpan(split.LeadEnd, close - split.LeadEnd).Count('\n');
        return split with { IsClosed = true, ContentEnd = end, CloseFenceEnd = close, BodyLine = bodyLine };
    }

    // Hexo takes everything before the first "---" for front matter and then fails on plain Markdown; here every line has to
    // look like YAML, and a known key has to be among them. Whether it is JSON, only reading it can tell.
    private static SplitFile Unfenced(string text, int start, int number)
    {
        var isJson = text[start] == '"';
        var knownKey = false;
        var isYaml = true;
        var split = new SplitFile { LeadEnd = start, OpenFenceEnd = start, Start = new Place(number, 1), Content = new Place(number, 1) };
        var lines = new LineReader(text, start, number);
        while ((isYaml || isJson) && lines.Read())
        {
            var line = lines.Line.TrimEnd();
            if (isJson && IsFence(line, ';', 0))
                return Closed(split with { Format = MetaFormat.JsonMembers }, lines);
            if (isYaml && IsFence(line, '-', 0))
                return knownKey ? Closed(split with { Format = MetaFormat.Yaml }, lines) : SplitFile.None;
            isYaml = isYaml && KnownKeys.LooksLikeYaml(line);
            knownKey |= KnownKeys.Contains(KnownKeys.KeyOf(line, MetaFormat.Yaml));
        }

        return SplitFile.None;
    }

    private static SplitFile Closed(SplitFile split, LineReader lines) => split with
    {
        IsClosed = true,
        ContentEnd = lines.Start,
        CloseFenceEnd = lines.End,
        BodyLine = lines.Number + 1,
    };

    /// <summary>True for a line of one character alone, as often as <paramref name="count"/> says; 0 stands for three or more.</summary>
    private static bool IsFence(ReadOnlySpan<char> line, char mark, int count) =>
        line.Length >= MinFence && (count == 0 || line.Length == count) && line.TrimStart(mark).IsEmpty;
}
