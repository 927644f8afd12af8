using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ContentApi.Parsing.Tests;

/// <summary>Reads served HTML as a browser does and looks for what must not be in it.</summary>
internal static class SafeHtml
{
    private static readonly string[] Dangerous =
        ["script", "style", "iframe", "object", "embed", "applet", "base", "link", "meta", "form", "svg", "math", "template", "frame", "frameset", "noscript"];

    private static readonly string[] Cells = ["td", "th"];

    private static readonly string[] UrlAttributes = ["href", "src", "poster", "cite", "action", "formaction", "data", "background", "xlink:href"];

    public static void Check(string html)
    {
        using var document = new HtmlParser().ParseDocument("<!doctype html><body>" + html);
        foreach (var element in document.QuerySelectorAll("body *"))
        {
            Assert.DoesNotContain(element.LocalName, Dangerous);
            foreach (var attribute in element.Attributes)
                CheckAttribute(element, attribute);
        }
    }

    private static void CheckAttribute(IElement element, IAttr attribute)
    {
        Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), $"{element.LocalName} has the handler {attribute.Name}");
        if (attribute.Name == "style")
        {
            // How Markdown aligns the columns of a table.
            Assert.Contains(element.LocalName, Cells);
            Assert.Matches("^text-align: (left|center|right);$", attribute.Value);
        }

        if (!UrlAttributes.Contains(attribute.Name))
            return;
        var address = string.Concat(attribute.Value.Where(c => c > ' ')).ToLowerInvariant();
        var isPicture = element.LocalName == "img" && address.StartsWith("data:image/", StringComparison.Ordinal);
        Assert.False(
            !isPicture && (address.StartsWith("javascript:", StringComparison.Ordinal) || address.StartsWith("vbscript:", StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal)),
            $"{element.LocalName} leads to {attribute.Value}");
    }
}
