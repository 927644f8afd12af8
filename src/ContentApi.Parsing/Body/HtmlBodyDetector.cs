namespace ContentApi.Parsing.Body;

/// <summary>
/// Tells a body of HTML in a Markdown file from Markdown that holds some HTML. In CommonMark a block of HTML ends at the next
/// blank line, and what follows is Markdown again: the rest of a page of generated HTML, indented by four spaces, would
/// become a code block. A body is HTML when all of this holds:
/// <list type="number">
/// <item>its first text is the start tag of a block-level element (or a doctype);</item>
/// <item>no text stands outside of all elements, as the paragraphs of Markdown do;</item>
/// <item>no paragraph after a blank line that begins with text, and so would be Markdown, has a mark of Markdown
/// (heading, list, quote, fence, table rule, emphasis, code, link, image).</item>
/// </list>
/// So <c>&lt;div&gt;note&lt;/div&gt;</c> before a paragraph is Markdown by rule 2, and a whole text of Markdown in one
/// <c>&lt;div&gt;</c> by rule 3.
/// </summary>
internal static class HtmlBodyDetector
{
    public static bool IsHtml(string body)
    {
        var text = body.AsSpan().TrimStart();
        return text is ['<', ..] && AllTextIsInElements(body) && !HasMarkdownParagraph(body);
    }

    // Rules 1 and 2.
    private static bool AllTextIsInElements(string body)
    {
        var depth = 0;
        var seenBlock = false;
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
                case HtmlTokenKind.Start:
                    seenBlock |= IsBlockStart(tokens.Name);
                    if (!seenBlock)
                        return false;
                    if (!HtmlNames.Void.Contains(tokens.Name) && tokens.Token is not [.., '/', '>'])
                        depth++;
                    break;
                case HtmlTokenKind.End:
                    depth = Math.Max(0, depth - 1);
                    break;
            }
        }

        return seenBlock;
    }

    // Rule 3. Blocks of pre, script and style may hold anything, blank lines included.
    private static bool HasMarkdownParagraph(string body)
    {
        var afterBlank = true;
        var inParagraph = false;
        string? verbatim = null;
        foreach (var line in body.AsSpan().EnumerateLines())
        {
            if (verbatim is not null)
            {
                if (line.Contains(verbatim, StringComparison.OrdinalIgnoreCase))
                    verbatim = null;
                continue;
            }

            var text = line.Trim();
            if (text.IsEmpty)
            {
                afterBlank = true;
                inParagraph = false;
                continue;
            }

            inParagraph |= afterBlank && !StartsWithBlockTag(text);
            afterBlank = false;
            verbatim = inParagraph ? null : OpensVerbatim(text);
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

    private static string? OpensVerbatim(ReadOnlySpan<char> text)
    {
        foreach (var name in (ReadOnlySpan<string>)["pre", "script", "style", "textarea"])
        {
            var at = text.LastIndexOf($"<{name}", StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && text[at..].IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase) < 0)
                return $"</{name}";
        }

        return null;
    }

    private static bool HasMark(ReadOnlySpan<char> text)
    {
        var hashes = text.Length - text.TrimStart('#').Length;
        if (hashes is > 0 and <= 6 && text[hashes..] is [] or [' ', ..])
            return hashes > 0;
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
