using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ContentApi.Parsing.Body;

/// <summary>What a whole page of HTML says of itself before its body.</summary>
/// <param name="Title">Its title without line ends; null when it has none or one that a template fills.</param>
/// <param name="Description">Its description, as the title is.</param>
/// <param name="Locale">The language of the page, a BCP 47 tag; null when it names none.</param>
/// <param name="End">Where the head ends in the text; 0 when nothing ends it.</param>
internal sealed record HtmlHead(string? Title, string? Description, string? Locale, int End)
{
    // Heads have some hundred to some thousand characters.
    private const int MaxLength = 100_000;

    private static readonly string[] Starts = ["<!doctype html", "<html", "<head"];

    /// <summary>Null for a part of a page.</summary>
    public static HtmlHead? Read(string raw)
    {
        var text = raw.AsSpan().TrimStart();
        if (!IsPage(text))
            return null;
        var end = text.IndexOf("</head", StringComparison.OrdinalIgnoreCase);
        var head = text[..Math.Min(end < 0 ? text.Length : end, MaxLength)].ToString();
        using var document = new HtmlParser().ParseDocument(head);
        var description = document.Head?.Children.FirstOrDefault(x => x.LocalName == "meta" && "description".Equals(x.GetAttribute("name"), StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");
        return new HtmlHead(Fold(document.Title), Fold(description), LanguageTag.Normalise(document.DocumentElement.GetAttribute("lang") ?? ""), end < 0 ? 0 : raw.Length - text.Length + end);
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
                return true;
        }

        return false;
    }

    private static string? Fold(string? text)
    {
        if (text is null || TemplateAddress.IsTemplate(text))
            return null;
        var folded = Wellformed.Of(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return folded.Length == 0 ? null : folded;
    }
}
