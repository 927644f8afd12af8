using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Reads <c>## Heading {#id .class}</c>, as Hugo, Pandoc, Docusaurus and kramdown write it: the id counts, the rest is no text.</summary>
internal static class HeadingAttributes
{
    public static void Take(HeadingBlock heading)
    {
        if (heading.Inline?.LastChild is not LiteralInline last)
            return;
        var text = last.Content.ToString().TrimEnd();
        var open = text.LastIndexOf('{');
        if (open < 0 || text[^1] != '}' || open + 2 >= text.Length || text[open + 1] is not ('#' or '.' or ':'))
            return;
        var words = text[(open + 1)..^1].TrimStart(':').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Array.TrueForAll(words, word => word is ['#' or '.', _, ..] || word.Contains('=')))
            return;
        var id = Array.Find(words, word => word[0] == '#')?[1..];
        if (id is not null && !AttributeList.IsId(id))
            return;
        last.Content = new StringSlice(text[..open].TrimEnd());
        if (id is not null)
            heading.GetAttributes().Id = id;
    }
}
