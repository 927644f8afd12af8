using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>Resolves the images of one body of HTML: lazy-loading attributes give way to a plain <c>src</c>.</summary>
internal sealed class ImagePass(ImageFinder images, TemplateText body)
{
    /// <summary>Elements around a picture among which its link is looked for; in one further out it is a thing among others.</summary>
    public const int MaxLinkDistance = 4;

    private static readonly string[] LazyAttributes =
        ["data-original", "data-src", "data-lazy-src", "data-lazy", "data-original-src", "data-actualsrc", "data-echo"];

    private static readonly string[] LazySetAttributes = ["data-srcset", "data-lazy-srcset", "data-original-set"];

    // A source that stands for several lazy images is a placeholder whatever its name.
    private readonly Dictionary<string, string> _lazyBySource = [];
    private readonly HashSet<string> _placeholders = [];

    // Several pictures may stand in one link, so what it is to be is set last.
    private readonly Dictionary<IBodyElement, string> _pictureLinks = [];

    /// <summary>Looks at all images before the first is resolved.</summary>
    public void Learn(IEnumerable<IBodyElement> elements)
    {
        foreach (var element in elements)
        {
            if (element.Name == "img" && element.Read("src") is { } source && ValuesOf(element, LazyAttributes).FirstOrDefault(WebAddress.IsImage) is { } lazy
                && !_lazyBySource.TryAdd(source, lazy) && _lazyBySource[source] != lazy)
                _placeholders.Add(source);
        }
    }

    /// <summary>Rewrites <c>src</c> and <c>srcset</c> of an <c>img</c> or a <c>source</c>, and lists the image.</summary>
    public void Resolve(IBodyElement element, Place place)
    {
        var lazySet = ValuesOf(element, LazySetAttributes).FirstOrDefault();
        var set = lazySet ?? Read(element, "srcset");
        var shown = set is null ? "" : SrcSet.Map(set, address => images.Serve(WebAddress.WithScheme(address)));
        if (shown.Length > 0)
            element.Write("srcset", shown);
        else
            element.Remove("srcset");
        if (element.Name != "img")
            return;

        var written = Read(element, HtmlCleaner.AddressAttribute);
        var source = written ?? Read(element, "src");
        var hasSource = !string.IsNullOrWhiteSpace(source);
        List<string> values = written is null ? [.. ValuesOf(element, LazyAttributes)] : [];
        var lazy = values.Find(WebAddress.IsImage);
        if (lazy is null && (!hasSource || lazySet is not null) && set is not null)
            lazy = SrcSet.Parse(SrcSet.Map(set, address => address)).Select(candidate => candidate.Address).FirstOrDefault();
        var link = element.LinkAround;
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
            element.Remove("src");
        else if (written is null || served.Source != WebAddress.WithScheme(written))
            element.Write("src", served.Source);
        if (link is not null && served?.Href is { } target && target != href)
            _pictureLinks[link] = target;
    }

    /// <summary>Rewrites the picture that a video shows first.</summary>
    public void ResolvePoster(IBodyElement video)
    {
        if (Read(video, "poster") is { } poster && WebAddress.IsSafeImage(poster) && images.Serve(WebAddress.WithScheme(poster.Trim())) is var served && served != poster)
            video.Write("poster", served);
    }

    /// <summary>Leads the links around pictures, now that all of these are resolved, to where the pictures are served that they link to.</summary>
    public void ResolveLinks()
    {
        foreach (var (link, address) in _pictureLinks)
            link.Write("href", address);
    }

    private string? Read(IBodyElement element, string attribute) => element.Read(attribute) is { } value ? body.Restore(value) : null;

    // A script may also be told by a switch that it has to load the picture: data-lazy="true".
    private IEnumerable<string> ValuesOf(IBodyElement element, string[] attributes) =>
        attributes.Select(attribute => Read(element, attribute)).OfType<string>().Where(value => !string.IsNullOrWhiteSpace(value) && !bool.TryParse(value, out _));
}
