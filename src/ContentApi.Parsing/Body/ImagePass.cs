using AngleSharp.Dom;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>Resolves the images of one HTML tree: lazy-loading attributes give way to a plain <c>src</c>.</summary>
internal sealed class ImagePass(ImageFinder images, TemplateText body)
{
    private static readonly string[] LazyAttributes =
        ["data-original", "data-src", "data-lazy-src", "data-lazy", "data-original-src", "data-actualsrc", "data-echo"];

    private static readonly string[] LazySetAttributes = ["data-srcset", "data-lazy-srcset", "data-original-set"];

    // A source that stands for several lazy images is a placeholder whatever its name.
    private readonly Dictionary<string, string> _lazyBySource = [];
    private readonly HashSet<string> _placeholders = [];

    /// <summary>Looks at all images before the first is resolved.</summary>
    public void Learn(IEnumerable<IElement> elements)
    {
        foreach (var element in elements)
        {
            if (element.LocalName == "img" && element.GetAttribute("src") is { } source && FirstOf(element, LazyAttributes) is { } lazy
                && !_lazyBySource.TryAdd(source, lazy) && _lazyBySource[source] != lazy)
                _placeholders.Add(source);
        }
    }

    /// <summary>Rewrites <c>src</c> and <c>srcset</c> of an <c>img</c> or a <c>source</c>, and lists the image.</summary>
    public void Resolve(IElement element, Place place)
    {
        var set = FirstOf(element, LazySetAttributes) ?? Read(element, "srcset");
        var shown = set is null ? "" : SrcSet.Map(set, address => images.Serve(WebAddress.WithScheme(address)));
        if (shown.Length > 0)
            element.SetAttribute("srcset", shown);
        else
            element.RemoveAttribute("srcset");
        if (element.LocalName != "img")
            return;

        var written = Read(element, HtmlCleaner.AddressAttribute);
        var source = written ?? Read(element, "src");
        var lazy = written is null ? FirstOf(element, LazyAttributes) : null;
        if (lazy is null && (string.IsNullOrWhiteSpace(source) || FirstOf(element, LazySetAttributes) is not null) && set is not null)
            lazy = SrcSet.Parse(SrcSet.Map(set, address => address)).Select(candidate => candidate.Address).FirstOrDefault();
        var served = images.AddInline(new ImageMarkup
        {
            Place = place,
            Source = source is not null && _placeholders.Contains(source) ? null : source,
            Lazy = lazy,
            Href = LinkAround(element),
            Alt = Read(element, "alt"),
            Title = Read(element, "title"),
        });
        if (served is null)
            element.RemoveAttribute("src");
        else if (written is null || served != WebAddress.WithScheme(written))
            element.SetAttribute("src", served);
    }

    private string? Read(IElement element, string attribute) => element.GetAttribute(attribute) is { } value ? body.Restore(value) : null;

    private string? FirstOf(IElement element, string[] attributes)
    {
        foreach (var attribute in attributes)
        {
            if (Read(element, attribute) is { } value && !string.IsNullOrWhiteSpace(value))
                return value;
        }

        return null;
    }

    // The picture alone, or with others, in a link; a block between them ends the search.
    private string? LinkAround(IElement element)
    {
        var parent = element.ParentElement;
        for (var steps = 0; parent is not null && steps < 4; steps++, parent = parent.ParentElement)
        {
            if (parent.LocalName == "a")
                return Read(parent, "href");
        }

        return null;
    }
}
