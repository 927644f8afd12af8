using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>Says what served HTML may hold, by lists of its own, and that a browser reads it as it was meant.</summary>
internal static class AllowedHtml
{
    private static readonly HashSet<string> Elements =
    [
        "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup",
        "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i",
        "img", "input", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span",
        "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr",
    ];

    // Those that neither run nor load; addresses are looked at one by one.
    private static readonly HashSet<string> Attributes =
    [
        "abbr", "align", "alt", "aria-hidden", "aria-label", "border", "checked", "cite", "class", "color", "colspan", "controls", "data-info", "datetime", "decoding", "default", "dir", "disabled", "height",
        "href", "hreflang", "id", "kind", "label", "lang", "loading", "loop", "muted", "name", "open", "poster", "preload", "referrerpolicy", "rel", "reversed", "role", "rowspan", "scope", "sizes",
        "span", "src", "srclang", "srcset", "start", "style", "summary", "target", "title", "type", "valign", "value", "width",
    ];

    /// <summary>What is wrong with it; null when nothing is.</summary>
    public static string? FindFault(string html)
    {
        var once = Parse(html);
        if (Parse(once) != once)
            return $"it is read again as {Parse(once)}";
        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        if (document.Head!.Children.Length > 0 || document.Body!.Attributes.Length > 0)
            return "it changes the page around it";
        if (document.Descendants<IComment>().Any())
            return "it has a comment";
        return document.QuerySelectorAll("body *").Select(FindFault).FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The first element that may not be served; null when there is none.</summary>
    public static string? FindForeign(string html)
    {
        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        return document.QuerySelectorAll("body *").Select(element => element.LocalName).FirstOrDefault(name => !Elements.Contains(name));
    }

    private static string? FindFault(IElement element)
    {
        if (!Elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            return $"it has the element {element.LocalName} of {element.NamespaceUri}";
        if (element.LocalName == "input" && element.GetAttribute("type") != "checkbox")
            return "it has an input that is no box of a task";
        return element.Attributes.Select(attribute => FindFault(element.LocalName, attribute)).FirstOrDefault(fault => fault is not null);
    }

    private static string? FindFault(string element, IAttr attribute)
    {
        if (!Attributes.Contains(attribute.Name))
            return $"{element} has the attribute {attribute.Name}";
        var isFine = attribute.Name switch
        {
            // Markdown gives a table's columns their sides.
            "style" => attribute.Value is "text-align: left;" or "text-align: right;" or "text-align: center;",
            "data-info" => element == "code",
            "href" or "cite" or "poster" => IsHarmless(attribute.Value, mayBePicture: false),
            "src" => IsHarmless(attribute.Value, mayBePicture: element is "img"),
            "srcset" => attribute.Value.Split(", ").All(candidate => IsHarmless(candidate, mayBePicture: true)),
            _ => true,
        };
        return isFine ? null : $"{element} has {attribute.Name}=\"{attribute.Value}\"";
    }

    // As the URL standard reads a scheme: control characters and blanks do not count.
    private static bool IsHarmless(string address, bool mayBePicture)
    {
        var plain = string.Concat(address.Where(c => c > ' ')).ToLowerInvariant();
        var colon = plain.IndexOf(':');
        if (colon <= 0 || !plain[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'))
            return true;
        return plain[..colon] is "http" or "https" or "mailto" or "tel" or "ftp" || (mayBePicture && plain.StartsWith("data:image/", StringComparison.Ordinal));
    }

    private static string Parse(string html)
    {
        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        return document.Body!.InnerHtml;
    }
}
