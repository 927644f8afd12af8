namespace ContentApi.Parsing.Body;

/// <summary>Finds Obsidian's tags in finished HTML: <c>#tag</c> in text, not in code, links or template code.</summary>
internal static class NoteTags
{
    /// <summary>Without <c>#</c>, in the order of the text, each spelling once.</summary>
    public static IReadOnlyList<string> Find(string html)
    {
        var tags = new List<string>();
        var hidden = 0;
        var tokens = new HtmlScanner(html);
        while (tokens.Read())
        {
            if (tokens.Kind == HtmlTokenKind.Text && hidden == 0)
                Find(System.Net.WebUtility.HtmlDecode(tokens.Token.ToString()), tags);
            else if (tokens.Kind is HtmlTokenKind.Start or HtmlTokenKind.End && tokens.Name is "a" or "code" or "pre")
                hidden += tokens.Kind == HtmlTokenKind.Start ? 1 : -1;
        }

        return [.. tags.Distinct()];
    }

    // A tag of digits alone is none; a slash makes a path of tags.
    private static void Find(string text, List<string> tags)
    {
        for (var at = text.IndexOf('#'); at >= 0; at = text.IndexOf('#', at + 1))
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]))
                continue;
            var end = at + 1;
            while (end < text.Length && IsTagCharacter(text, end))
                end++;
            var tag = text[(at + 1)..end].Trim('/');
            if (tag.Any(c => !char.IsAsciiDigit(c) && c is not ('/' or '-' or '_')))
                tags.Add(Wellformed.Of(tag));
        }
    }

    private static bool IsTagCharacter(string text, int at) => char.IsLetterOrDigit(text, at) || char.IsSurrogate(text[at]) || text[at] is '_' or '-' or '/';
}
