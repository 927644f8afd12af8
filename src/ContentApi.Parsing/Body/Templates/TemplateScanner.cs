using System.Buffers;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// Takes template code out of a body before anything else reads it: to Markdown and HTML its quotes, brackets and underscores
/// would be marks of their own. Nothing is run. A tag ends within its paragraph; what does not is text. One pass: every
/// search that fails is remembered for the rest of its paragraph, so the cost is linear.
/// </summary>
internal sealed class TemplateScanner
{
    // What opens anything in any of the languages, and in those without tags like HTML's and comments of two per cents.
    private static readonly SearchValues<char> AllOpeners = SearchValues.Create("{%<\\");
    private static readonly SearchValues<char> UsualOpeners = SearchValues.Create("{\\");

    private readonly string _text;
    private readonly TemplateSyntax _syntax;
    private readonly bool _isMarkdown;
    private readonly TemplateWriter _writer;
    private readonly ParagraphSearch _search;
    private readonly TagReader _tags;
    private readonly MdxReader? _mdx;
    private readonly KramdownTagReader _kramdown;
    private VerbatimRegions? _regions;

    private TemplateScanner(string text, TemplateSyntax syntax, Dialect dialect, bool isMarkdown)
    {
        (_text, _syntax, _isMarkdown) = (text, syntax, isMarkdown);
        _writer = new TemplateWriter(text);
        _search = new ParagraphSearch(text);
        var markup = new TagMarkup(text, isMarkdown, _writer);
        _tags = new TagReader(text, dialect, _search, _writer, markup);
        _kramdown = new KramdownTagReader(text, dialect == Dialect.Jekyll, _writer);
        _mdx = syntax.HasFlag(TemplateSyntax.Mdx) ? new MdxReader(text, Regions, _search, _writer, markup) : null;
    }

    /// <param name="text">The body with LF line ends.</param>
    /// <param name="dialect">The tool that it was written for.</param>
    /// <param name="format">What it is written in.</param>
    /// <param name="firstLine">1-based line in the file of its first line.</param>
    /// <param name="excerptSeparator">Text that ends the excerpt beside the usual marks; null when there is none.</param>
    /// <param name="textStart">Where the text begins, behind front matter that was left in it.</param>
    public static TemplateText Scan(string text, Dialect dialect, BodyFormat format, int firstLine, string? excerptSeparator, int textStart = 0)
    {
        var syntax = TemplateSyntaxes.Of(dialect, format);
        if (textStart == 0 && !syntax.HasFlag(TemplateSyntax.Mdx) && !text.AsSpan().ContainsAny(OpenersOf(syntax))
            && (string.IsNullOrEmpty(excerptSeparator) || !text.Contains(excerptSeparator, StringComparison.Ordinal)))
            return new TemplateText(text, text, TemplateText.FirstMark, "", [], [], firstLine);   // as most texts are
        var scanner = new TemplateScanner(text, syntax, dialect, format != BodyFormat.Html);
        if (scanner._writer.CanMark)
            scanner.Run(scanner.FindCuts(excerptSeparator, textStart));
        return scanner._writer.Finish(firstLine);
    }

    private static SearchValues<char> OpenersOf(TemplateSyntax syntax) =>
        (syntax & (TemplateSyntax.Mdx | TemplateSyntax.NoteComments)) == TemplateSyntax.None ? UsualOpeners : AllOpeners;

    private VerbatimRegions Regions => _regions ??= _isMarkdown ? VerbatimRegions.Find(_text) : VerbatimRegions.None;

    private void Run(Queue<(int Start, int End, string Text)> cuts)
    {
        var at = 0;
        var openers = cuts.Count > 0 ? AllOpeners : OpenersOf(_syntax);
        while (true)
        {
            var found = at < _text.Length ? _text.AsSpan(at).IndexOfAny(openers) : -1;
            var next = found < 0 ? _text.Length : at + found;
            while (cuts.TryPeek(out var passed) && passed.Start < at)
                cuts.Dequeue();
            if (cuts.TryPeek(out var cut) && cut.Start <= next)
            {
                _writer.Replace(cut.Start, cut.End, cut.Text);
                at = cut.End;
                cuts.Dequeue();
                continue;
            }

            if (found < 0)
                return;
            var region = Regions.EndAround(next);
            at = region < 0 ? ReadAt(next) : ReadInCode(next, region);
        }
    }

    // What is known by its place and not by a character that opens it, in order.
    private Queue<(int Start, int End, string Text)> FindCuts(string? separator, int textStart)
    {
        var cuts = _mdx?.Modules.Select(x => (x.Start, x.End, "")).ToList() ?? [];
        cuts.AddRange(_mdx?.FindIndentation(Regions) ?? []);
        if (!string.IsNullOrEmpty(separator) && FindSeparator(separator) is >= 0 and var at)
            cuts.Add((at, at + separator.Length, SeparatorText(separator)));
        if (textStart > 0)
            cuts.Add((textStart, textStart, $"{StartMark.Comment}\n"));
        _regions?.Rewind();
        return new Queue<(int, int, string)>(cuts.OrderBy(cut => cut.Item1));
    }

    // The offset behind what was read, or behind the character when it opens nothing.
    private int ReadAt(int at)
    {
        var rest = _text.AsSpan(at);
        var end = rest switch
        {
            ['{', '/', '*', ..] when _isMarkdown => ReadScriptComment(at),
            ['{', '{' or '%', '/', '*', ..] when _syntax.HasFlag(TemplateSyntax.Comments) && _tags.ReadEscaped(at) is >= 0 and var escaped => escaped,
            ['{', '{', '<' or '%', ..] when _syntax.HasFlag(TemplateSyntax.Shortcodes) => _tags.ReadShortcode(at),
            ['{', '%', ..] when _syntax.HasFlag(TemplateSyntax.Tags) => _tags.ReadTag(at),
            ['{', '{', ..] when _syntax.HasFlag(TemplateSyntax.Expressions) => _tags.ReadExpression(at),
            ['{', '#', ' ' or '\n' or '-', ..] when _syntax.HasFlag(TemplateSyntax.Comments) => Drop(at, "#}"),
            ['{', ':', ':' or '/', ..] when _isMarkdown && _mdx is null => _kramdown.Read(at),
            ['%', '%', ..] when _syntax.HasFlag(TemplateSyntax.NoteComments) => DropNoteComment(at),
            ['\\', '\\', '(', ..] when _isMarkdown => ReadFormula(at, "\\\\)"),
            ['\\', '\\', '[', ..] when _isMarkdown => ReadFormula(at, "\\\\]"),
            ['\\', '{' or '}' or '<' or '\\', ..] when _mdx is not null => at + 2,
            ['{' or '<', ..] when _mdx is not null => _mdx.Read(at),
            _ => -1,
        };
        return end >= 0 ? end : at + (rest is ['\\', '\\', ..] or ['%', '%', ..] ? 2 : 1);
    }

    // Most of what is code is none of a template: the scanner goes on behind it.
    private int ReadInCode(int at, int end)
    {
        if (_mdx is not null)
            return at + 1;   // its lines may lose their indentation
        if (_syntax == TemplateSyntax.None)
            return end;
        var read = _text.AsSpan(at) is ['{', '{' or '%', ..] ? _tags.ReadInCode(at, Regions.IsBlock) : -1;
        return read >= 0 ? read : at + 1;
    }

    // {/* … */}: a comment of MDX, and in any Markdown when it ends the excerpt.
    private int ReadScriptComment(int at)
    {
        var end = _search.Find("*/}", at + 3);
        if (end < 0)
            return -1;
        end += 3;
        var isMark = MoreMark.IsMdx(_text.AsSpan(at, end - at));
        if (!isMark && _mdx is null)
            return -1;
        _writer.Replace(at, end, isMark ? MoreMark.Comment : "");
        return end;
    }

    private int Drop(int at, string closer)
    {
        var end = _search.Find(closer, at + 2);
        if (end < 0)
            return -1;
        _writer.Replace(at, end + closer.Length, "");
        return end + closer.Length;
    }

    // Obsidian's comments alone may hold blank lines.
    private int DropNoteComment(int at)
    {
        var end = _text.IndexOf("%%", at + 2, StringComparison.Ordinal);
        if (end < 0)
            return _text.Length;
        _writer.Replace(at, end + 2, "");
        return end + 2;
    }

    // \\( … \\) and \\[ … \\], as Markdown has to write the delimiters of MathJax and KaTeX. It reads these itself.
    private int ReadFormula(int at, string closer)
    {
        var end = _search.Find(closer, at + 3);
        if (end < 0)
            return -1;
        _writer.Tag(at + 3, end, new TemplateTag(TemplateTagKind.Literal, _text[(at + 3)..end]));
        return end + 3;
    }

    private int FindSeparator(string separator)
    {
        var at = _text.IndexOf(separator, StringComparison.Ordinal);
        if (at < 0)
            return -1;
        Regions.Rewind();
        while (at >= 0 && Regions.EndAround(at) >= 0)
            at = _text.IndexOf(separator, at + 1, StringComparison.Ordinal);
        return at;
    }

    // A separator of blank lines still keeps the blocks around it apart.
    private static string SeparatorText(string separator) =>
        string.IsNullOrWhiteSpace(separator) && separator.Contains('\n') ? $"\n\n{MoreMark.Comment}\n\n" : MoreMark.Comment;
}
