namespace ContentApi.Parsing.Body.Plain;

/// <summary>
/// HTML of which an HTML parser makes the tree that its tags say: every element allowed, closed and where it may be, nothing
/// to mend or to move. So it can be cleaned tag by tag, and gives what <see cref="SanitizerRules"/> and
/// <see cref="HtmlWriter"/> make of the tree.
/// </summary>
/// <param name="html">As scanned.</param>
/// <param name="elements">All that have attributes, in order.</param>
/// <param name="edits">What a writer writes otherwise, in order.</param>
internal sealed class PlainHtml(string html, IReadOnlyList<PlainElement> elements, List<PlainEdit> edits)
{
    public IReadOnlyList<PlainElement> Elements => elements;

    /// <summary>Null for HTML that has to be parsed: with anything in it that is not fully understood here.</summary>
    public static PlainHtml? Read(string html) => new PlainHtmlReader(html).Read();

    /// <summary>The HTML with what is allowed of the attributes. To be called once.</summary>
    public string Write()
    {
        if (edits.Count == 0)
            return html;
        using var result = new TextBuffer(html.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            result.Append(html.AsSpan(at, edit.Start - at)).Append(edit.Text);
            if (edit.Element is { } element)
            {
                AttributeRules.Apply(element);
                HtmlWriter.WriteStart(element, result);
            }

            at = edit.End;
        }

        return result.Append(html.AsSpan(at)).ToString();
    }
}
