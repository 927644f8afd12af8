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

    // Several pictures may stand in one link, so what it is to be is set last.
    private readonly Dictionary<IElement, string> _pictureLinks = [];

    /// <summary>Looks at all images before the first is resolved.</summary>
    public void Learn(IEnumerable<IElement> elements)
    {
        foreach (var element in elements)
        {
            if (element.LocalName == "img" && element.GetAttribute("src") is { } source && ValuesOf(element, LazyAttributes).FirstOrDefault(WebAddress.IsImage) is { } lazy
                && !_lazyBySource.TryAdd(source, lazy) && _lazyBySource[source] != lazy)
                _placeholders.Add(source);
        }
    }

    /// <summary>Rewrites <c>src</c> and <c>srcset</c> of an <c>img</c> or a <c>source</c>, and lists the image.</summary>
    public void Resolve(IElement element, Place place)
    {
        var lazySet = ValuesOf(element, LazySetAttributes).FirstOrDefault();
        var set = lazySet ?? Read(element, "srcset");
        var shown = set is null ? "" : SrcSet.Map(set, address => images.Serve(WebAddress.WithScheme(address)));
        if (shown.Length > 0)
            element.SetAttribute("srcset", shown);
        else
            element.RemoveAttribute("srcset");
        if (element.LocalName != "img")
            return;

        var written = Read(element, HtmlCleaner.AddressAttribute);
        var source = written ?? Read(element, "src");
        var hasSource = !string.IsNullOrWhiteSpace(source);
        List<string> values = written is null ? [.. ValuesOf(element, LazyAttributes)] : [];
        var lazy = values.Find(WebAddress.IsImage);
        if (lazy is null && (!hasSource || lazySet is not null) && set is not null)
            lazy = SrcSet.Parse(SrcSet.Map(set, address => address)).Select(candidate => candidate.Address).FirstOrDefault();
        var link = LinkAround(element);
        var href = link is null ? null : Read(link, "href");
        var served = images.AddInline(new ImageMarkup
        {
            Place = place,
            Source = source is not null && _placeholders.Contains(source) ? null : source,
            Lazy = lazy ?? (hasSource ? null : values.FirstOrDefault()),
            Href = href,
            Alt = Read(element, "alt"),
            Title = Read(element, "title"),
        });
        if (served is null)
            element.RemoveAttribute("src");
        else if (written is null || served.Source != WebAddress.WithScheme(written))
            element.SetAttribute("src", served.Source);
        if (link is not null && served?.Href is { } target && target != href)
            _pictureLinks[link] = target;
    }

    /// <summary>Rewrites the picture that a video shows first.</summary>
    public void ResolvePoster(IElement video)
    {
        if (Read(video, "poster") is { } poster && WebAddress.IsSafeImage(poster) && images.Serve(WebAddress.WithScheme(poster.Trim())) is var served && served != poster)
            video.SetAttribute("poster", served);
    }

    /// <summary>Leads the links around pictures, now that all of these are resolved, to where the pictures are served that they link to.</summary>
    public void ResolveLinks()
    {
        foreach (var (link, address) in _pictureLinks)
            link.SetAttribute("href", address);
    }

    private string? Read(IElement element, string attribute) => element.GetAttribute(attribute) is { } value ? body.Restore(value) : null;

    // A script may also be told by a switch that it has to load the picture: data-lazy="true".
    private IEnumerable<string> ValuesOf(IElement element, string[] attributes) =>
        attributes.Select(attribute => Read(element, attribute)).OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value) && !bool.TryParse(value, out _));

    // The picture alone, or with others, in a link; a block between them ends the search.
    private static IElement? LinkAround(IElement element)
    {
        var parent = element.ParentElement;
        for (var steps = 0; parent is not null && steps < 4; steps++, parent = parent.ParentElement)
        {
            if (parent.LocalName == "a")
                return parent;
        }

        return null;
    }
}
