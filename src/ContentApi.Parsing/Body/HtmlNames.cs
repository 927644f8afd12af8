using System.Collections.Frozen;

namespace ContentApi.Parsing.Body;

/// <summary>Groups of HTML elements, looked up without case.</summary>
internal static class HtmlNames
{
    /// <summary>Elements that served HTML may hold.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Allowed = Set(
        "a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "br", "caption", "center",
        "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "i", "img", "input", "ins", "kbd", "li", "main", "mark", "nav", "ol",
        "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "source", "span", "strike", "strong", "sub",
        "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "track", "tt", "u", "ul", "var", "video", "wbr");

    /// <summary>Elements that run, load or ask something; they go with their content. Any other element leaves its content.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Removed = Set(
        "applet", "button", "canvas", "datalist", "embed", "iframe", "math", "noembed", "noframes", "noscript", "object", "plaintext",
        "script", "select", "style", "svg", "template", "textarea", "title", "xmp");

    /// <summary>Elements that stand on lines of their own.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Block = Set(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul");

    /// <summary>Elements in which a blank line is text.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbatim = Set("pre", "script", "style", "textarea");

    /// <summary>Elements without content and end tag.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Void = Set(
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    /// <summary>Elements whose end tag may be missing: the next one of their kind ends them.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SelfEnding = Set(
        "caption", "colgroup", "dd", "dt", "li", "p", "tbody", "td", "tfoot", "th", "thead", "tr");

    /// <summary>Elements that an HTML parser opens again in every later block until they are closed.</summary>
    public static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Formatting = Set(
        "a", "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u");

    private static readonly FrozenDictionary<string, (string Name, HtmlTraits Traits)>.AlternateLookup<ReadOnlySpan<char>> Known = Gather(
        (Allowed, HtmlTraits.Allowed), (Removed, HtmlTraits.Removed), (Block, HtmlTraits.Block), (Verbatim, HtmlTraits.Verbatim), (Void, HtmlTraits.Void), (SelfEnding, HtmlTraits.SelfEnding), (Formatting, HtmlTraits.Formatting));

    /// <summary>All groups of an element, with one look.</summary>
    /// <param name="name">As written.</param>
    /// <returns>Its name in lower case; empty, and no group, for an element that is in none.</returns>
    public static (string Name, HtmlTraits Traits) Find(ReadOnlySpan<char> name) => Known.TryGetValue(name, out var known) ? known : ("", HtmlTraits.None);

    private static FrozenDictionary<string, (string Name, HtmlTraits Traits)>.AlternateLookup<ReadOnlySpan<char>> Gather(params (HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names, HtmlTraits Trait)[] groups) =>
        groups.SelectMany(group => group.Names.Set.Select(name => (Name: name, group.Trait)))
            .GroupBy(element => element.Name)
            .ToFrozenDictionary(element => element.Key, element => (element.Key, element.Aggregate(HtmlTraits.None, (all, one) => all | one.Trait)), StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
