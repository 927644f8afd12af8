namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// Reads kramdown's attribute lists, <c>{: #id .class key="value"}</c>, and its own tags, <c>{::options /}</c>: they are no
/// text. An id goes to the heading above.
/// </summary>
internal static class AttributeListReader
{
    private const int MaxLength = 300;

    /// <summary>The offset behind the list; -1 when there is none.</summary>
    /// <param name="text">The body.</param>
    /// <param name="at">Where the list opens.</param>
    /// <param name="isInline">True where a list may stand within a line, which other tools than Jekyll's would show.</param>
    /// <param name="writer">Takes what is left of it.</param>
    public static int Read(string text, int at, bool isInline, TemplateWriter writer)
    {
        var rest = text.AsSpan(at, Math.Min(MaxLength, text.Length - at));
        var length = rest.IndexOfAny('}', '\n');
        if (length < 3 || rest[length] != '}')
            return -1;
        var list = rest[2..length];
        var end = at + length + 1;
        if (list[0] is not (' ' or ':' or '.' or '#' or '/') && !list.SequenceEqual("toc"))
            return -1;

        var lineStart = at;
        while (lineStart > 0 && text[lineStart - 1] is ' ' or '\t')
            lineStart--;
        var lineEnd = end;
        while (lineEnd < text.Length && text[lineEnd] is ' ' or '\t')
            lineEnd++;
        var isAlone = (lineStart == 0 || text[lineStart - 1] == '\n') && (lineEnd == text.Length || text[lineEnd] == '\n');
        if (!isAlone && !isInline)
            return -1;
        if (!isAlone || lineStart == 0)
        {
            writer.Replace(at, end, "");
            return end;
        }

        var above = lineStart < 2 ? 0 : text.LastIndexOf('\n', lineStart - 2) + 1;
        if (list.SequenceEqual("toc") && text[above] is '*' or '-' or '+' or '1')
            writer.Replace(above, end, "");
        else
            writer.Replace(lineStart - 1, end, text[above] == '#' && IdOf(list) is { } id ? $" {{#{id}}}" : "");
        return end;
    }

    private static string? IdOf(ReadOnlySpan<char> list)
    {
        foreach (var range in list.Split(' '))
        {
            if (list[range] is ['#', _, ..])
                return list[range][1..].ToString();
        }

        return null;
    }
}
