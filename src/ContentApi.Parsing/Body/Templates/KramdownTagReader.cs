namespace ContentApi.Parsing.Body.Templates;

/// <summary>Reads kramdown's own tags, which are no text: <c>{::options /}</c>, <c>{::nomarkdown}</c>, and comments with what is in them.</summary>
internal sealed class KramdownTagReader(string text, bool isInline, TemplateWriter writer)
{
    private const int MaxLength = 300;

    private bool _hasNoEnd;

    /// <summary>The offset behind the tag that opens with <c>{::</c> or <c>{:/</c>; -1 when there is none.</summary>
    /// <param name="at">Where it opens. Other tools than Jekyll would show it unless it is alone on its line.</param>
    public int Read(int at)
    {
        var rest = text.AsSpan(at, Math.Min(MaxLength, text.Length - at));
        var length = rest.IndexOfAny('}', '\n');
        if (length < 3 || rest[length] != '}')
            return -1;
        var end = at + length + 1;
        if (!isInline && !IsAlone(at, end))
            return -1;
        if (rest[..length] is "{::comment" && !_hasNoEnd)
            end = CommentEnd(end) is >= 0 and var close ? close : end;
        writer.Replace(at, end, "");
        return end;
    }

    // A comment without an end loses its tag alone; its end is not looked for again.
    private int CommentEnd(int from)
    {
        for (var at = text.IndexOf("{:/", from, StringComparison.Ordinal); at >= 0; at = text.IndexOf("{:/", at + 3, StringComparison.Ordinal))
        {
            var tag = text.AsSpan(at + 3);
            if (tag is ['}', ..] || tag.StartsWith("comment}", StringComparison.Ordinal))
                return at + 3 + tag.IndexOf('}') + 1;
        }

        _hasNoEnd = true;
        return -1;
    }

    private bool IsAlone(int start, int end)
    {
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return (start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] == '\n');
    }
}
