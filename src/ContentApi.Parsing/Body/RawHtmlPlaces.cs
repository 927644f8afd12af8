using System.Globalization;
using System.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Writes into the images and links of raw HTML, and into what is removed from it, where they stand, for findings about them; the cleaner takes it out.</summary>
internal static class RawHtmlPlaces
{
    /// <summary>Name of the attribute that holds an offset of the body.</summary>
    public const string Attribute = "data-at";

    private const string Opening = $" {Attribute}=\"";

    /// <summary>True for the elements that findings are about.</summary>
    public static bool IsMarked(ReadOnlySpan<char> name) => name is "img" or "a" or "IMG" or "A" || HtmlNames.Removed.Contains(name);

    /// <summary>The offset that a tag was marked with; null for one that was not.</summary>
    /// <param name="attributes">What stands behind its name.</param>
    public static int? OffsetIn(ReadOnlySpan<char> attributes)
    {
        if (!attributes.StartsWith(Opening))
            return null;
        var value = attributes[Opening.Length..];
        var end = value.IndexOf('"');
        return end > 0 && int.TryParse(value[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) ? offset : null;
    }

    public static void Mark(HtmlInline inline) => inline.Tag = Mark(inline.Tag, offset => inline.Span.Start + offset);

    public static void Mark(HtmlBlock block)
    {
        var lines = block.Lines;
        if (lines.Count == 0)
            return;
        var text = lines.ToString();
        var starts = new List<(int Text, int Source)>(lines.Count);
        var length = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            starts.Add((length, lines.Lines[i].Position));
            length += lines.Lines[i].Slice.Length + 1;
        }

        var next = 0;
        block.Lines = new StringLineGroup(Mark(text, OffsetOf));

        int OffsetOf(int offset)
        {
            while (next + 1 < starts.Count && starts[next + 1].Text <= offset)
                next++;
            return starts[next].Source + offset - starts[next].Text;
        }
    }

    /// <summary>The attribute with the blank before it.</summary>
    public static string Of(int offset) => string.Create(CultureInfo.InvariantCulture, $"{Opening}{offset}\"");

    private static string Mark(string html, Func<int, int> toSource)
    {
        var result = new StringBuilder(html.Length + 16);
        var tokens = new HtmlScanner(html);
        while (tokens.Read())
        {
            if (tokens.Kind == HtmlTokenKind.Start && IsMarked(tokens.Name))
                result.Append('<').Append(tokens.Name).Append(Of(toSource(tokens.Start))).Append(tokens.Token[(tokens.Name.Length + 1)..]);
            else
                result.Append(tokens.Token);
        }

        return result.ToString();
    }
}
