namespace ContentApi.Parsing.Body;

/// <summary>
/// Tells a body of HTML in a Markdown file from Markdown that holds some HTML. In CommonMark a block of HTML ends at the next
/// blank line, and what follows is Markdown again: the rest of a page of generated HTML, indented by four spaces, would
/// become a code block. A body is HTML when all of this holds:
/// <list type="number">
/// <item>its first text is the start tag of a block-level element (or a doctype);</item>
/// <item>no text stands outside of all elements, as the paragraphs of Markdown do, and no element says that it holds Markdown;</item>
/// <item>no paragraph after a blank line that begins with text, and so would be Markdown, has a mark of Markdown
/// (heading, list, quote, fence, table rule, emphasis, code, link, image).</item>
/// </list>
/// So <c>&lt;div&gt;note&lt;/div&gt;</c> before a paragraph is Markdown by rule 2, and a whole text of Markdown in one
/// <c>&lt;div&gt;</c> by rule 3.
/// </summary>
internal static class HtmlBodyDetector
{
    // The attribute by which an element says that it holds Markdown.
    private const string Markdown = " markdown=";

    public static bool IsHtml(string body)
    {
        if (body.AsSpan().TrimStart() is not ['<', ..])
            return false;
        var verbatim = new List<Range>();
        return AllTextIsInElements(body, verbatim) && !HasMarkdownParagraph(body, verbatim);
    }

    // Rules 1 and 2. Notes on the way what pre, script and style enclose.
    private static bool AllTextIsInElements(string body, List<Range> verbatim)
    {
        var depth = 0;
        var seenBlock = false;
        var verbatimStart = -1;
        var tokens = new HtmlScanner(body);
        while (tokens.Read())
        {
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text when depth == 0 && !tokens.Token.IsWhiteSpace():
                    return false;
                case HtmlTokenKind.Other when !seenBlock:
                    seenBlock = tokens.Token.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase);
                    break;
                case HtmlTokenKind.Start when tokens.Attributes.Length > Markdown.Length && tokens.Attributes.Contains(Markdown, StringComparison.OrdinalIgnoreCase):
                    return false;
                case HtmlTokenKind.Start:
                    var traits = HtmlNames.Find(tokens.Name).Traits;
                    seenBlock = seenBlock || IsBlockStart(tokens.Name);
                    if (!seenBlock)
                        return false;
                    if (verbatimStart < 0 && traits.HasFlag(HtmlTraits.Verbatim))
                        verbatimStart = tokens.Start;
                    if (!traits.HasFlag(HtmlTraits.Void) && tokens.Token is not [.., '/', '>'])
                        depth++;
                    break;
                case HtmlTokenKind.End:
                    depth = Math.Max(0, depth - 1);
                    if (verbatimStart >= 0 && HtmlNames.Verbatim.Contains(tokens.Name))
                    {
                        verbatim.Add(verbatimStart..tokens.End);
                        verbatimStart = -1;
                    }

                    break;
            }
        }

        return seenBlock;
    }

    // Rule 3.
    private static bool HasMarkdownParagraph(string body, List<Range> verbatim)
    {
        var afterBlank = true;
        var inParagraph = false;
        var next = 0;
        var lines = new LineReader(body, 0, 1);
        while (lines.Read())
        {
            while (next < verbatim.Count && verbatim[next].End.Value <= lines.Start)
                next++;
            if (next < verbatim.Count && verbatim[next].Start.Value < lines.Start)
                continue;
            var text = lines.Line.Trim();
            if (text.IsEmpty)
            {
                afterBlank = true;
                inParagraph = false;
                continue;
            }

            inParagraph |= afterBlank && !StartsWithBlockTag(text);
            afterBlank = false;
            if (inParagraph && HasMark(text))
                return true;
        }

        return false;
    }

    private static bool StartsWithBlockTag(ReadOnlySpan<char> text)
    {
        if (text is not ['<', ..])
            return false;
        var name = text[(text is [_, '/', ..] ? 2 : 1)..];
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
            length++;
        return text is ['<', '!' or '?', ..] || IsBlockStart(name[..length]);
    }

    private static bool IsBlockStart(ReadOnlySpan<char> name) => HtmlNames.Block.Contains(name)
        || name is "td" or "th" or "head" or "link" or "meta" or "script" or "style" or "title" or "iframe" or "video" or "audio" or "svg";

    private static bool HasMark(ReadOnlySpan<char> text)
    {
        var hashes = text.Length - text.TrimStart('#').Length;
        if (hashes is > 0 and <= 6 && text[hashes..] is ([] or [' ', ..]))
            return true;
        if (text is ['-' or '*' or '+' or '>', ' ', ..] || text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal))
            return true;
        var digits = text.Length - text.TrimStart("0123456789").Length;
        if (digits is > 0 and <= 9 && text[digits..] is ['.' or ')', ' ', ..])
            return true;
        if (text.Contains("|--", StringComparison.Ordinal) || text.Contains("| --", StringComparison.Ordinal))
            return true;
        return text.Contains("](", StringComparison.Ordinal) || text.Count("**") >= 2 || text.Count('`') >= 2;
    }
}
