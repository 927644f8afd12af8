using System.Globalization;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>Resolves the images and links of one body of HTML, and sets what its links and boxes may do.</summary>
internal sealed class ElementPass(ImageFinder images, LinkFinder links, TemplateText source)
{
    private readonly ImagePass _pictures = new(images, source);

    /// <summary>To be called once.</summary>
    /// <param name="elements">All of the body, in its order; those without attributes may be missing.</param>
    public void Run(IReadOnlyList<IBodyElement> elements)
    {
        _pictures.Learn(elements);
        foreach (var element in elements)
        {
            switch (element.Name)
            {
                case "img" or "source":
                    _pictures.Resolve(element, PlaceOf(element) ?? source.PlaceAt(0));
                    break;
                case "video":
                    _pictures.ResolvePoster(element);
                    break;
                case "a":
                    PrepareLink(element);
                    break;
                case "input":
                    element.Write("type", "checkbox");
                    element.Write("disabled", "");
                    break;
            }
        }

        _pictures.ResolveLinks();
    }

    // Null for what Markdown has rendered, and what a parser has made out of broken tags.
    private Place? PlaceOf(IBodyElement element) =>
        int.TryParse(element.Read(RawHtmlPlaces.Attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= source.Text.Length ? source.PlaceAt(offset) : null;

    private void PrepareLink(IBodyElement link)
    {
        // Links of Markdown are resolved by then.
        if (PlaceOf(link) is { } place && link.Read("href") is { } href && links.Resolve(href, place) is { } address)
            link.Write("href", address);

        // A page opened in a new tab must not reach back to this one.
        var target = link.Read("target");
        if (string.Equals(target, "_blank", StringComparison.OrdinalIgnoreCase))
            link.Write("rel", "noopener");
        else if (target is not null)
            link.Remove("target");
    }
}
