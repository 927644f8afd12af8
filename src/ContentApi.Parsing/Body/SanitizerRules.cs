using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html;
using ContentApi.Parsing.Body.Plain;
using Ganss.Xss;

namespace ContentApi.Parsing.Body;

/// <summary>The rules of served HTML, as a sanitiser. One instance serves all threads; it must not be changed after set-up.</summary>
internal sealed class SanitizerRules : HtmlSanitizer
{
    private static readonly string[] Attributes =
    [
        "abbr", "align", "alt", "aria-hidden", "aria-label", "border", "checked", "cite", "class", "color", "cols", "colspan", "controls",
        CodeInfo.Attribute, "datetime", "decoding", "default", "dir", "disabled", "face", "fetchpriority", "headers", "height", "hreflang", "href", "id",
        "kind", "label", "lang", "loading", "loop", "media", "muted", "name", "open", "poster", "preload", "referrerpolicy", "rel",
        "reversed", "role", "rowspan", "scope", "size", "sizes", "span", "src", "srclang", "srcset", "start", "summary", "target", "title",
        "type", "valign", "value", "width",
    ];

    private static readonly string[] AddressAttributes = ["cite", "href", "poster", "src", "srcset"];

    private static readonly FrozenSet<string> AllowedSet = Attributes.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AllowedNames = AllowedSet.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string> AddressSet = AddressAttributes.ToFrozenSet(StringComparer.Ordinal);

    public static readonly SanitizerRules Instance = new();   // after what it is made of

    private SanitizerRules()
        : base(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(HtmlNames.Allowed.Set, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(Attributes, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(["http", "https", "mailto", "tel", "ftp", "data"], StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(AddressAttributes, StringComparer.OrdinalIgnoreCase),
        })
    {
        KeepChildNodes = true;
        FilterUrl += (_, e) =>
        {
            if (IsForbidden(e.Tag.LocalName, e.OriginalUrl))
                e.SanitizedUrl = null;
        };
        RemovingComment += (_, e) => e.Cancel = MoreMark.IsWord(e.Comment.Data) || e.Comment.Data is StartMark.Word;
        PostProcessNode += (_, e) =>
        {
            if (e.Node is IElement element)
                Tidy(new TreeElement(element));
        };
    }

    /// <summary>The one string of the name of an allowed attribute; null for any other.</summary>
    public static string? AllowedName(ReadOnlySpan<char> name) => AllowedNames.TryGetValue(name, out var known) ? known : null;

    /// <summary>Applies to an element that was scanned what the sanitiser applies to one of a tree.</summary>
    public void Apply(PlainElement element)
    {
        for (var i = element.Attributes.Count - 1; i >= 0; i--)
        {
            var (name, value) = element.Attributes[i];
            var kept = !AllowedSet.Contains(name) ? null : name == "srcset" ? SafeSet(element.Name, value) : AddressSet.Contains(name) ? SafeAddress(element.Name, value) : value;

            // Long ago a browser ran what stood behind these two characters.
            if (kept is null || kept.Contains("&{", StringComparison.Ordinal))
                element.Attributes.RemoveAt(i);
            else
                element.Attributes[i] = (name, kept);
        }

        Tidy(element);
    }

    // Null for an address that may not stand there.
    private string? SafeAddress(string element, string address)
    {
        if (address.StartsWith("https://", StringComparison.Ordinal) || address.StartsWith("http://", StringComparison.Ordinal))
            return address;
        return IsForbidden(element, address) ? null : GetSafeIri(address)?.Value;
    }

    // As the sanitiser reads and writes it.
    private string? SafeSet(string element, string set)
    {
        var kept = SourceSet.Parse(set)
            .Where(candidate => !string.IsNullOrEmpty(candidate.Url))
            .Select(candidate => SafeAddress(element, candidate.Url!) is { } address ? string.IsNullOrEmpty(candidate.Descriptor) ? address : $"{address} {candidate.Descriptor}" : null)
            .OfType<string>()
            .ToList();
        return kept.Count > 0 ? string.Join(", ", kept) : null;
    }

    // The scheme data is for pictures alone: a link to data:text/html runs what it holds.
    private static bool IsForbidden(string element, string address) =>
        WebAddress.SchemeOf(address) == "data" && !(element is "img" or "source" && WebAddress.IsSafeImage(address));

    // Ids and names of images, forms and frames become members of the document and hide its own (DOM clobbering).
    private static void Tidy(IBodyElement element)
    {
        if (element.Name is "img" or "input")
            element.Remove("id");
        if (element.Name != "a")
        {
            element.Remove("name");
            element.Remove("href");
        }

        if (element.Name != "code")
            element.Remove(CodeInfo.Attribute);

        // Without the image that the article names, the first of the others would be it when this is read again.
        if (element.Name == "img" && element.Read("src") is null)
            element.Remove("srcset");

        // They may hold pictures written out as data, and these attributes mean nothing to them.
        if (element.Name is "img" or "source")
        {
            element.Remove("cite");
            element.Remove("poster");
        }
    }
}
