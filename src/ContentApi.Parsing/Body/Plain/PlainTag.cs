using System.Collections.Frozen;

namespace ContentApi.Parsing.Body.Plain;

/// <summary>An element that scanned HTML may hold.</summary>
/// <param name="Name">Lower-cased.</param>
/// <param name="Kind">Where it may stand.</param>
/// <param name="IsVoid">True when it has no content and no end tag.</param>
internal sealed record PlainTag(string Name, PlainKind Kind, bool IsVoid)
{
    private static readonly FrozenDictionary<string, PlainTag>.AlternateLookup<ReadOnlySpan<char>> Tags = new[]
    {
        Of(
            PlainKind.Inline,
            "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "mark", "picture", "q",
            "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "track", "tt", "u", "var", "video", "wbr"),
        Of(PlainKind.Link, "a"),
        Of(
            PlainKind.Block,
            "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "figcaption", "figure", "footer", "header", "hgroup", "hr", "main", "nav", "ol", "p",
            "pre", "section", "summary", "ul"),
        Of(PlainKind.Heading, "h1", "h2", "h3", "h4", "h5", "h6"),
        Of(PlainKind.ListItem, "li"),
        Of(PlainKind.Definition, "dd", "dt"),
        Of(PlainKind.RubyText, "rp", "rt"),
        Of(PlainKind.Table, "table"),
        Of(PlainKind.Caption, "caption"),
        Of(PlainKind.ColumnGroup, "colgroup"),
        Of(PlainKind.Column, "col"),
        Of(PlainKind.Section, "tbody", "tfoot", "thead"),
        Of(PlainKind.Row, "tr"),
        Of(PlainKind.Cell, "td", "th"),
    }.SelectMany(tags => tags).ToFrozenDictionary(tag => tag.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The body of a table that a parser puts around rows without one.</summary>
    public static readonly PlainTag TableBody = Find("tbody")!;

    /// <summary>Null for any other element, and for a name with capital letters.</summary>
    public static PlainTag? Find(ReadOnlySpan<char> name) => Tags.TryGetValue(name, out var tag) ? tag : null;

    private static IEnumerable<PlainTag> Of(PlainKind kind, params string[] names) => names.Select(name => new PlainTag(name, kind, HtmlNames.Void.Contains(name)));
}
