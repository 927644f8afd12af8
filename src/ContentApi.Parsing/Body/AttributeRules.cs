using System.Buffers;
using System.Collections.Frozen;
using AngleSharp.Html;
using ContentApi.Parsing.Body.Plain;

namespace ContentApi.Parsing.Body;

/// <summary>
/// What served HTML may hold in its tags: rules for the sanitiser, and the same rules for tags that were scanned. To set the
/// sanitiser up costs as much as to read hundreds of files, so it is asked only about addresses that are in doubt.
/// </summary>
internal static class AttributeRules
{
    public static readonly FrozenSet<string> Addresses = FrozenSet.Create(StringComparer.Ordinal, "cite", "href", "poster", "src", "srcset");

    public static readonly FrozenSet<string> Allowed = FrozenSet.Create(
        StringComparer.Ordinal,
        [
            "abbr", "align", "alt", "aria-hidden", "aria-label", "border", "checked", "cite", "class", "color", "cols", "colspan", "controls",
            CodeInfo.Attribute, "datetime", "decoding", "default", "dir", "disabled", "face", "fetchpriority", "headers", "height", "hreflang", "href", "id",
            "kind", "label", "lang", "loading", "loop", "media", "muted", "name", "open", "poster", "preload", "referrerpolicy", "rel",
            "reversed", "role", "rowspan", "scope", "size", "sizes", "span", "src", "srclang", "srcset", "start", "summary", "target", "title",
            "type", "valign", "value", "width",
        ]);

    public static readonly FrozenSet<string> Schemes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "http", "https", "mailto", "tel", "ftp", "data");

    private static readonly SearchValues<char> Letters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names = Allowed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The one string of the name of an allowed attribute; null for any other.</summary>
    public static string? NameOf(ReadOnlySpan<char> name) => Names.TryGetValue(name, out var known) ? known : null;

    /// <summary>Applies to a tag that was scanned what the sanitiser applies to an element of a tree.</summary>
    public static void Apply(PlainElement element)
    {
        for (var i = element.Attributes.Count - 1; i >= 0; i--)
        {
            var (name, value) = element.Attributes[i];
            var kept = !Allowed.Contains(name) ? null : name == "srcset" ? SafeSet(element.Name, value) : Addresses.Contains(name) ? SafeAddress(element.Name, value) : value;

            // Long ago a browser ran what stood behind these two characters.
            if (kept is null || kept.Contains("&{", StringComparison.Ordinal))
                element.Attributes.RemoveAt(i);
            else
                element.Attributes[i] = (name, kept);
        }

        Tidy(element);
    }

    /// <summary>True for an address that no scheme of the sanitiser's list makes harmless: <c>data</c> is for pictures alone, since a link to <c>data:text/html</c> runs what it holds.</summary>
    public static bool IsForbidden(string element, string address) =>
        WebAddress.SchemeOf(address) == "data" && !(element is "img" or "source" && WebAddress.IsSafeImage(address));

    /// <summary>Takes out what is allowed elsewhere. Ids and names of images, forms and frames become members of the document and hide its own (DOM clobbering).</summary>
    public static void Tidy(IBodyElement element)
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

    // Null for an address that may not stand there. To the sanitiser a scheme ends with a colon, or a reference to one, before
    // any slash and number sign.
    private static string? SafeAddress(string element, string address)
    {
        if (IsForbidden(element, address))
            return null;
        var end = address.AsSpan().IndexOfAny(":&/#");
        if (end > 0 && address[end] == ':' && !address.AsSpan(0, end).ContainsAnyExcept(Letters))
            return Schemes.Contains(address[..end]) ? address : null;
        var isRelative = (end < 0 || address[end] is '/' or '#') && !(address.Length > 0 && char.IsWhiteSpace(address[0]));
        return isRelative ? address : SanitizerRules.Instance.SafeAddress(address);
    }

    // As the sanitiser reads and writes it.
    private static string? SafeSet(string element, string set)
    {
        var kept = SourceSet.Parse(set)
            .Where(candidate => !string.IsNullOrEmpty(candidate.Url))
            .Select(candidate => SafeAddress(element, candidate.Url!) is { } address ? string.IsNullOrEmpty(candidate.Descriptor) ? address : $"{address} {candidate.Descriptor}" : null)
            .OfType<string>()
            .ToList();
        return kept.Count > 0 ? string.Join(", ", kept) : null;
    }
}
