namespace ContentApi.Parsing.FrontMatter;

/// <summary>Finds a JSON object at the head of a text, without reading it.</summary>
internal static class JsonBlock
{
    /// <summary>
    /// True when the text begins with a brace and a quoted key, or with an empty object alone on its line: <c>{{ x }}</c>,
    /// <c>{% x %}</c>, <c>{: x}</c> and <c>{"x"}</c> open templates and text.
    /// </summary>
    public static bool Opens(ReadOnlySpan<char> text)
    {
        if (text is not ['{', ..])
            return false;
        text = text[1..].TrimStart();
        if (text is ['}', ..])
            return IsBlankToLineEnd(text[1..]);
        if (text is not ['"', ..])
            return false;
        var end = StringEnd(text);
        return end > 0 && text[end..].TrimStart() is [':', ..];
    }

    /// <summary>Offset after the brace that closes the object which opens the text; -1 when there is none.</summary>
    public static int EndOf(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    var length = StringEnd(text[at..]);
                    if (length < 0)
                        return -1;
                    at += length - 1;
                    break;
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return at + 1;
            }
        }

        return -1;
    }

    public static bool IsBlankToLineEnd(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        return (end < 0 ? text : text[..end]).IsWhiteSpace();
    }

    /// <summary>Offset after the quote that closes the string which opens the text; -1 when there is none.</summary>
    private static int StringEnd(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == '\\')
                at++;
            else if (text[at] == '"')
                return at + 1;
        }

        return -1;
    }
}
