using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>The fields of an author object, in an article or in a registry.</summary>
internal static class AuthorFields
{
    private const int MaxBio = 2_000;

    public static string? UrlOf(MetaMap map) => FieldContext.TextOf(map, "url", "website", "homepage", "link");

    public static string? AvatarOf(MetaMap map) => FieldContext.TextOf(map, "avatar", "image", "image_url", "picture", "photo");

    /// <summary>Cut, with a warning, when it is too long.</summary>
    public static string? BioOf(MetaMap map, DiagnosticBag bag) =>
        FieldContext.TextOf(map, "bio", "description") is { } bio ? FieldLimit.Apply(bio, MaxBio, "bio", map.Place, bag) : null;

    public static string? HttpOrNull(string? url) => url is not null && WebAddress.IsHttp(url) ? url : null;

    /// <summary>The address of an image as it is kept; null when it is none.</summary>
    public static string? AddressOrNull(string? address) =>
        !string.IsNullOrEmpty(address) && address.Length <= WebAddress.MaxLength && WebAddress.IsSafeImage(address) && !TemplateAddress.IsTemplate(address) ? WebAddress.WithScheme(address) : null;
}
