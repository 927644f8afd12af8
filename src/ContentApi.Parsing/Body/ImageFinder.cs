using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Gathers the images of one article, once per address: those of the front matter have to be added first.
/// An address is kept as first written, but for one without scheme (<c>//host/x</c>), which becomes https: it could not be
/// fetched otherwise, and it is the same image as the one written in full.
/// </summary>
/// <param name="options">How addresses are filled in and served.</param>
/// <param name="bag">Is told of addresses that are none.</param>
/// <param name="folder">What comes before relative addresses, without a slash at its end; null when nothing does.</param>
internal sealed class ImageFinder(ParseOptions options, DiagnosticBag bag, string? folder = null)
{
    private static readonly string[] Extensions =
        [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp", ".tif", ".tiff", ".heic", ".jfif"];

    // File names of the pictures that lazy-loading scripts show first.
    private static readonly string[] PlaceholderNames =
        ["loading", "loadimg", "lazyload", "placeholder", "blank", "spacer", "transparent", "pixel", "1x1", "grey"];

    private readonly List<ParsedImage> _images = [];
    private readonly Dictionary<string, int> _index = [];
    private readonly Dictionary<string, Place> _places = [];

    public IReadOnlyList<ParsedImage> Images => _images;

    /// <summary>True when an address is that of a picture by its extension.</summary>
    public static bool IsPicture(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        return Extensions.Any(extension => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True when a <c>src</c> beside a lazy-loading attribute is nothing to look at.</summary>
    public static bool IsPlaceholder(string source)
    {
        if (WebAddress.SchemeOf(source) == "data")
            return true;
        var name = source[(source.LastIndexOf('/') + 1)..];
        return PlaceholderNames.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The address as it is kept; null, with a warning, when it can be none.</summary>
    public string? ReadAddress(string written, Place place)
    {
        written = TemplateValue.Fill(written.Trim(), options.Dialect);
        var address = InFolder(WebAddress.WithScheme(Wellformed.Of(WebAddress.WithoutPathname(written) ?? written)));
        if (address.Length == 0)
            return null;
        if (!WebAddress.IsImage(address))
        {
            bag.Warn(DiagnosticCode.ImageDropped, place, $"'{DiagnosticBag.Show(address)}' is no address of an image; image left out");
            return null;
        }

        if (address.Length > WebAddress.MaxLength)
        {
            bag.Warn(DiagnosticCode.ImageDropped, place, $"an image address has {address.Length} characters; it is shown but not listed", "Store the image in a file.");
            return null;
        }

        _places.TryAdd(address, place);
        if (TemplateAddress.IsTemplate(address))
            bag.Warn(DiagnosticCode.ImageTemplate, place, $"'{DiagnosticBag.Show(address)}' holds a template placeholder and is kept as written");
        return address;
    }

    /// <summary>Adds an image of the body and gives what to serve in its place; null when it must not be shown.</summary>
    public ServedImage? AddInline(ImageMarkup image)
    {
        var shown = image.Lazy ?? image.Source;
        if (string.IsNullOrWhiteSpace(shown))
            return null;
        var address = ReadAddress(shown, image.Place);
        if (address is null)
            return shown.Length > WebAddress.MaxLength && WebAddress.IsSafeImage(shown) ? new ServedImage(shown, null) : null;

        // A picture that links to a picture is its small version (C3).
        var full = image.Href is { } href && (IsPicture(href) || href == shown) && (href == shown || !TemplateAddress.IsTemplate(href))
            ? InFolder(WebAddress.WithScheme(href.Trim()))
            : null;
        if (full is { Length: > WebAddress.MaxLength } || (full is not null && !WebAddress.IsImage(full)))
            full = null;
        if (full is not null)
            _places.TryAdd(full, image.Place);
        Add(full ?? address, ImageRole.Inline, image.Alt, image.Title, full is null ? null : ThumbnailOf(image, full, address));
        return new ServedImage(Serve(address), full is null ? null : Serve(full));
    }

    /// <summary>The address to serve for an address as kept.</summary>
    public string Serve(string address) => options.ResolveImage?.Invoke(address) ?? address;

    /// <summary>Adds a use of an address that <see cref="ReadAddress"/> gave.</summary>
    public void Add(string address, ImageRole role, string? alt = null, string? title = null, string? thumbnail = null)
    {
        alt = NullIfBlank(alt);
        title = NullIfBlank(title);
        var identity = WebAddress.IdentityOf(address);
        if (_index.TryAdd(identity, _images.Count))
        {
            var place = _places.GetValueOrDefault(address, Place.Start);
            _images.Add(new ParsedImage { Address = address, Roles = [role], Alt = alt, Title = title, ThumbnailAddress = thumbnail, Line = place.Line, Column = place.Column });
            return;
        }

        var known = _images[_index[identity]];
        _images[_index[identity]] = known with
        {
            Roles = known.Roles.Contains(role) ? known.Roles : [.. known.Roles.Append(role).Order()],
            Alt = known.Alt ?? alt,
            Title = known.Title ?? title,
            ThumbnailAddress = known.ThumbnailAddress ?? thumbnail,
        };
    }

    private string InFolder(string address) =>
        folder is null || address.Length == 0 || address.StartsWith('/') || WebAddress.SchemeOf(address) is not null || TemplateAddress.IsTemplate(address)
            ? address
            : $"{folder}/{(address.StartsWith("./", StringComparison.Ordinal) ? address[2..] : address)}";

    private static string? ThumbnailOf(ImageMarkup image, string full, string address)
    {
        if (address != full)
            return address;
        var source = image.Source is { } written ? WebAddress.WithScheme(written.Trim()) : "";
        return source.Length is 0 or > WebAddress.MaxLength || source == full || IsPlaceholder(source) || !WebAddress.IsSafeImage(source) ? null : source;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : Wellformed.Of(text.Trim());
}
