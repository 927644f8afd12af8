using AngleSharp.Dom;
using Ganss.Xss;

namespace ContentApi.Parsing.Body;

/// <summary>The rules of served HTML, as a sanitiser. One instance serves all threads; it must not be changed after set-up.</summary>
internal static class SanitizerRules
{
    private static readonly string[] Attributes =
    [
        "abbr", "align", "alt", "aria-hidden", "aria-label", "border", "checked", "cite", "class", "color", "cols", "colspan", "controls",
        CodeInfo.Attribute, "datetime", "decoding", "default", "dir", "disabled", "face", "fetchpriority", "headers", "height", "hreflang", "href", "id",
        "kind", "label", "lang", "loading", "loop", "media", "muted", "name", "open", "poster", "preload", "referrerpolicy", "rel",
        "reversed", "role", "rowspan", "scope", "size", "sizes", "span", "src", "srclang", "srcset", "start", "summary", "target", "title",
        "type", "valign", "value", "width",
    ];

    public static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(HtmlNames.Allowed.Set, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel", "ftp", "data"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(["cite", "href", "poster", "src", "srcset"], StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
        };

        // The scheme data is for pictures alone: a link to data:text/html runs what it holds.
        sanitizer.FilterUrl += (_, e) =>
        {
            if (WebAddress.SchemeOf(e.OriginalUrl) == "data" && !(e.Tag.LocalName is "img" or "source" && WebAddress.IsSafeImage(e.OriginalUrl)))
                e.SanitizedUrl = null;
        };
        sanitizer.RemovingComment += (_, e) => e.Cancel = MoreMark.IsWord(e.Comment.Data) || e.Comment.Data is StartMark.Word;
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is IElement element)
                Tidy(element);
        };
        return sanitizer;
    }

    // Ids and names of images, forms and frames become members of the document and hide its own (DOM clobbering).
    private static void Tidy(IElement element)
    {
        if (element.LocalName is "img" or "input")
            element.RemoveAttribute("id");
        if (element.LocalName != "a")
        {
            element.RemoveAttribute("name");
            element.RemoveAttribute("href");
        }

        if (element.LocalName != "code")
            element.RemoveAttribute(CodeInfo.Attribute);

        // Without the image that the article names, the first of the others would be it when this is read again.
        if (element.LocalName == "img" && !element.HasAttribute("src"))
            element.RemoveAttribute("srcset");

        // They may hold pictures written out as data, and these attributes mean nothing to them.
        if (element.LocalName is "img" or "source")
        {
            element.RemoveAttribute("cite");
            element.RemoveAttribute("poster");
        }
    }
}
