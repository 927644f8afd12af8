using ContentApi.Parsing.Body.Templates;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>
/// A list of attributes as kramdown knows it: <c>#id .class key="value" reference</c>. Of its attributes those count that the
/// element may have in served HTML.
/// </summary>
/// <param name="Words">As they stand between <c>{:</c> and <c>}</c>.</param>
internal sealed record AttributeList(IReadOnlyList<string> Words)
{
    /// <summary>Characters of a list with its braces, at most.</summary>
    public const int MaxLength = 1000;

    // Lists may name others, and stand many times behind one element.
    private const int MaxWords = 20;

    private const int MaxClasses = 100;

    private const int MaxIdLength = 100;

    /// <summary>The list that a text begins with; null when there is none, as in <c>{:port 8080 :host "x"}</c>.</summary>
    /// <param name="text">From <c>{:</c> on.</param>
    /// <param name="length">Characters with the braces.</param>
    public static AttributeList? Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (text is not ['{', ':', ..] || text is ['{', ':', ':' or '/', ..])
            return null;
        var end = Math.Min(text.Length, MaxLength);
        var stop = text[..end].IndexOfAny('}', '\n');
        if (stop < 0 || text[stop] == '\n')
            return null;
        var words = new List<string>();
        for (var at = 2; at < end; at++)
        {
            if (text[at] == '}')
            {
                length = at + 1;
                return words.TrueForAll(IsWord) ? new AttributeList(words) : null;
            }

            if (text[at] == '\n')
                return null;
            if (text[at] is ' ' or '\t')
                continue;
            var start = at;
            while (at < end && text[at] is not (' ' or '\t' or '\n' or '}'))
            {
                // A value in quotes may hold blanks and braces.
                if (text[at] is '"' or '\'' && text[at - 1] == '=' && text[(at + 1)..end].IndexOf(text[at]) is >= 0 and var close)
                    at += close + 1;
                at++;
            }

            words.Add(text[start..at--].ToString());
        }

        return null;
    }

    /// <summary>True when a word stands in it that is no attribute but a name.</summary>
    public bool Names(string reference) => Words.Contains(reference);

    /// <summary>Gives an element the attributes that it may have.</summary>
    /// <param name="element">A block, or an inline.</param>
    /// <param name="definitions">Lists by name.</param>
    public void ApplyTo(MarkdownObject element, IReadOnlyDictionary<string, AttributeList> definitions)
    {
        foreach (var word in Words.Take(MaxWords))
        {
            if (definitions.TryGetValue(word, out var list))
                list.ApplyTo(element, new Dictionary<string, AttributeList>());
            else
                Apply(word, element);
        }
    }

    /// <summary>True for what may be the id of a heading or another block.</summary>
    public static bool IsId(string id) => id.Length is > 0 and <= MaxIdLength && id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':');

    // "#id", ".class", or a name, which has a value or is that of a list. Template code may stand for any of them.
    private static bool IsWord(string word)
    {
        if (word is ['#' or '.', _, ..])
            return true;
        var name = word.IndexOf('=') is >= 0 and var equals ? word[..equals] : word;
        return name.Length > 0 && name[0] is not (':' or '-') && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or ':' or (>= TemplateText.FirstMark and <= TemplateText.LastMark));
    }

    private static void Apply(string word, MarkdownObject element)
    {
        switch (word)
        {
            case ['#', _, ..]:
                SetId(element, word[1..]);
                break;
            case ['.', _, ..]:
                foreach (var name in word.Split('.', StringSplitOptions.RemoveEmptyEntries))
                    AddClass(element, name);
                break;
            default:
                if (word.IndexOf('=') is > 0 and var equals)
                    Apply(word[..equals].ToLowerInvariant(), Unquote(word[(equals + 1)..]), element);
                break;
        }
    }

    private static void Apply(string name, string value, MarkdownObject element)
    {
        var image = element is LinkInline { IsImage: true };
        var isLink = element is LinkInline { IsImage: false } or AutolinkInline;
        switch (name)
        {
            case "id":
                SetId(element, value);
                break;
            case "class":
                foreach (var part in value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    AddClass(element, part);
                break;
            case "title" when element is LinkInline link:
                link.Title = value;
                break;
            case "alt" when image:
                ((LinkInline)element).Clear();
                ((LinkInline)element).AppendChild(new LiteralInline(value));
                break;
            case "width" or "height" or "loading" when image:
            case "title" when !image:
                Set(element, name, value);
                break;

            // A page opened in a new tab must not reach back to this one.
            case "target" when isLink && value == "_blank":
                Set(element, "target", value);
                Set(element, "rel", "noopener");
                break;
        }
    }

    private static void AddClass(MarkdownObject element, string name)
    {
        var attributes = element.GetAttributes();
        if (attributes.Classes is not { Count: >= MaxClasses })
            attributes.AddClass(name);
    }

    // Of several the last counts.
    private static void Set(MarkdownObject element, string name, string value)
    {
        var attributes = element.GetAttributes();
        attributes.Properties?.RemoveAll(property => property.Key == name);
        attributes.AddProperty(name, value);
    }

    // The id of a picture becomes a member of the document and may hide its own.
    private static void SetId(MarkdownObject element, string id)
    {
        if (element is not LinkInline { IsImage: true } && IsId(id))
            element.GetAttributes().Id = id;
    }

    private static string Unquote(string value) => value is ['"', .., '"'] or ['\'', .., '\''] ? value[1..^1] : value;
}
