using System.Net;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Body;

/// <summary>What a whole page of HTML says of itself before its body.</summary>
/// <param name="Title">Its title without line ends; null when it has none or one that a template fills.</param>
/// <param name="Description">Its description, as the title is.</param>
/// <param name="Locale">The language of the page, a BCP 47 tag; null when it names none.</param>
/// <param name="End">Where the head ends in the text; 0 when nothing ends it.</param>
internal sealed partial record HtmlHead(string? Title, string? Description, string? Locale, int End)
{
    private static readonly string[] Starts = ["<!doctype html", "<html", "<head"];

    // What a head is made of; the first ones have content, which is none of the page's text.
    private static readonly string[] Holders = ["title", "script", "style", "noscript", "template"];
    private static readonly string[] Others = ["html", "head", "meta", "link", "base"];

    /// <summary>Null for a part of a page.</summary>
    public static HtmlHead? Read(string raw)
    {
        if (!IsPage(raw.AsSpan().TrimStart()))
            return null;
        string? title = null, description = null, locale = null, open = null;
        var isInHead = false;
        var tokens = new HtmlScanner(raw);
        while (tokens.Read())
        {
            if (Ends(ref tokens, open, isInHead))
                return new HtmlHead(Fold(title), Fold(description), LanguageTag.Normalise(locale ?? ""), tokens.Start);
            switch (tokens.Kind)
            {
                case HtmlTokenKind.Text when open == "title":
                    title ??= tokens.Token.ToString();
                    break;
                case HtmlTokenKind.Start when open is null:
                    open = Find(Holders, tokens.Name);
                    isInHead |= Is(tokens.Name, "head");
                    if (Is(tokens.Name, "html"))
                        locale ??= ValueOf(ref tokens, "lang");
                    else if (Is(tokens.Name, "meta") && "description".Equals(ValueOf(ref tokens, "name"), StringComparison.OrdinalIgnoreCase))
                        description ??= ValueOf(ref tokens, "content");
                    break;
                case HtmlTokenKind.End when Is(tokens.Name, open):
                    open = null;
                    break;
            }
        }

        return new HtmlHead(Fold(title), Fold(description), LanguageTag.Normalise(locale ?? ""), 0);
    }

    /// <summary>The text with blanks for the head, so that all else keeps its place.</summary>
    public string WithoutHead(string raw) => string.Create(raw.Length, (raw, End), static (text, source) =>
    {
        source.raw.CopyTo(text);
        for (var i = 0; i < source.End; i++)
            text[i] = text[i] == '\n' ? '\n' : ' ';
    });

    private static bool IsPage(ReadOnlySpan<char> text)
    {
        foreach (var start in Starts)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                return text.Length == start.Length || text[start.Length] is '>' or '/' || char.IsWhiteSpace(text[start.Length]);
        }

        return false;
    }

    // Both tags of a head may be missing: what cannot be in one ends it (13.2.6.4.4 of the HTML standard). Template code can.
    private static bool Ends(ref HtmlScanner token, string? open, bool isInHead) => token.Kind switch
    {
        HtmlTokenKind.End => Is(token.Name, "head"),
        HtmlTokenKind.Start => Is(token.Name, "body") || (open is null && Find(Holders, token.Name) is null && Find(Others, token.Name) is null),
        HtmlTokenKind.Text => open is null && !token.Token.IsWhiteSpace() && !(isInHead && token.Token.TrimStart() is ['{', '{' or '%' or '#', ..]),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> name, string? other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string? Find(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var one in names)
        {
            if (Is(name, one))
                return one;
        }

        return null;
    }

    private static string? ValueOf(ref HtmlScanner tag, string name) =>
        Attribute().Matches(tag.Attributes.ToString()).FirstOrDefault(x => Is(x.Groups["name"].ValueSpan, name))?.Groups["value"].Value;

    private static string? Fold(string? text)
    {
        if (text is null || TemplateAddress.IsTemplate(text))
            return null;
        var decoded = WebUtility.HtmlDecode(text).Replace("\0", "");
        var folded = Wellformed.Of(string.Join(' ', decoded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return folded.Length == 0 ? null : folded;
    }

    [GeneratedRegex("""(?<name>[^\s/>"'=]+)\s*=\s*("(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s>"']+))""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
