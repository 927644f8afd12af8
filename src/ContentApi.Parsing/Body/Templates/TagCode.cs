namespace ContentApi.Parsing.Body.Templates;

/// <summary>The inside of a tag: a name, and arguments by place and by name.</summary>
internal sealed class TagCode
{
    private readonly List<string> _arguments = [];
    private readonly Dictionary<string, string> _named = new(StringComparer.OrdinalIgnoreCase);

    private TagCode(string name) => Name = name;

    /// <summary>Lower-cased; with a slash in front for the end tag of a shortcode.</summary>
    public string Name { get; }

    /// <summary>In their order, quotes taken off.</summary>
    public IReadOnlyList<string> Arguments => _arguments;

    /// <summary>A named argument; null when there is none.</summary>
    public string? this[string name] => _named.GetValueOrDefault(name);

    /// <summary>Reads code such as <c>figure src="a b.png" alt=x</c> or <c>codeblock Title lang:js</c>.</summary>
    public static TagCode Read(ReadOnlySpan<char> source)
    {
        var words = Split(source);
        var name = words.Count == 0 ? "" : words[0].Text.ToLowerInvariant();
        if (name == "/" && words.Count > 1)
            name += words[1].Text.ToLowerInvariant();
        var code = new TagCode(name);
        foreach (var (text, separator) in words.Skip(1))
        {
            if (separator > 0)
                code._named.TryAdd(text[..separator], Unquote(text[(separator + 1)..]));
            else
                code._arguments.Add(Unquote(text));
        }

        return code;
    }

    // A word ends at a blank outside of quotes; the first "=" or ":" behind a plain name makes it a named one.
    private static List<(string Text, int Separator)> Split(ReadOnlySpan<char> source)
    {
        var words = new List<(string, int)>();
        var at = 0;
        while (at < source.Length)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                at++;
                continue;
            }

            var start = at;
            var separator = -1;
            var isName = true;   // up to here
            while (at < source.Length && !char.IsWhiteSpace(source[at]))
            {
                if (source[at] is '"' or '\'' or '`' && (at == start || at - 1 == start + separator))
                {
                    isName = false;
                    var close = source[(at + 1)..].IndexOf(source[at]);
                    at = close < 0 ? source.Length : at + close + 2;
                    continue;
                }

                if (separator < 0 && at > start && isName && source[at] is '=' or ':' && source[(at + 1)..] is not ['/', '/', ..])
                    separator = at - start;
                isName = isName && (char.IsAsciiLetterOrDigit(source[at]) || source[at] is '_' or '-');
                at++;
            }

            at = Math.Min(at, source.Length);
            words.Add((source[start..at].ToString(), separator));
        }

        return words;
    }

    private static string Unquote(string text) => text.Length >= 2 && text[0] is '"' or '\'' or '`' && text[^1] == text[0] ? text[1..^1] : text;
}
