using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>The fields of an author object, in an article or in a registry.</summary>
internal static class AuthorFields
{
    private const int MaxBio = 2_000;

    // The longest address of a mailbox (RFC 5321).
    private const int MaxEmail = 254;

    // to: nuxt/content; uri: Jekyll's theme Minimal Mistakes.
    private static readonly string[] UrlKeys = ["url", "website", "homepage", "link", "to", "uri"];
    private static readonly string[] AvatarKeys = ["avatar", "avatar_url", "image", "image_url", "picture", "photo"];
    private static readonly string[] PictureKeys = ["src", "url", "path"];

    private static readonly string[] NameKeys = ["name", "display_name", "full_name"];
    private static readonly string[] BioKeys = ["bio", "description"];

    // Keys of one group say the same.
    private static readonly string[][] Groups = [["key"], ["name"], ["bio"], ["url", "to"], ["avatar", "avatarurl"], [.. FieldName.Emails]];

    public static string? NameOf(MetaMap map) => FieldContext.TextOf(map, NameKeys);

    /// <summary>As written; null when there is none.</summary>
    public static string? EmailOf(MetaMap map, DiagnosticBag bag) =>
        FieldContext.TextOf(map, [.. FieldName.Emails]) is { } email ? FieldLimit.Apply(email.ReplaceLineEndings(" "), MaxEmail, "email", map.Place, bag) : null;

    /// <summary>A JSON object of the keys that have no field of their own, in the order of the file; null when there is none.</summary>
    public static string? ParamsOf(MetaMap map, params ReadOnlySpan<string> others)
    {
        var used = new HashSet<string>(FieldName.Emails) { FieldName.Password };
        foreach (var keys in (string[][])[NameKeys, BioKeys, UrlKeys, AvatarKeys])
        {
            // The first that says something; those before it say nothing.
            foreach (var key in keys)
            {
                if (FieldContext.NodeOf(map, key) is not { } node)
                    continue;
                used.Add(FieldName.Fold(key));
                if (!FieldContext.IsEmpty(node))
                    break;
            }
        }

        foreach (var key in others)
            used.Add(FieldName.Fold(key));
        var rest = map.Entries.Where(entry => !used.Contains(FieldName.Fold(entry.Key))).ToList();
        return rest.Count == 0 ? null : ParamsWriter.WriteAuthor(rest);
    }

    /// <summary>As written.</summary>
    public static MetaScalar? UrlOf(MetaMap map) => FieldContext.ScalarOf(map, UrlKeys);

    /// <summary>As written; that of an object such as <c>{src: a.png}</c> too. A switch is none.</summary>
    public static MetaScalar? AvatarOf(MetaMap map)
    {
        var written = FieldContext.ScalarOf(map, AvatarKeys)
            ?? AvatarKeys.Select(key => FieldContext.NodeOf(map, key)).OfType<MetaMap>().Select(x => FieldContext.ScalarOf(x, PictureKeys)).FirstOrDefault(x => x is not null);
        return written is { IsPlain: true, Text: "true" or "false" } ? null : written;
    }

    /// <summary>True when an author's fields hold all that the object says.</summary>
    public static bool HoldAll(MetaMap map) =>
        map.Entries.All(x => Groups.Any(group => group.Contains(FieldName.Fold(x.Key))) && (x.Value is MetaScalar || IsPicture(x)))
        && Groups.All(group => map.Entries.Count(x => group.Contains(FieldName.Fold(x.Key))) <= 1);

    /// <summary>Cut, with a warning, when it is too long.</summary>
    public static string? BioOf(MetaMap map, DiagnosticBag bag) =>
        FieldContext.TextOf(map, BioKeys) is { } bio ? FieldLimit.Apply(bio, MaxBio, "bio", map.Place, bag) : null;

    /// <summary>An absolute address; one that begins with <c>/</c> is that of a page of the site. Null when there is none, and with a warning when what is written is none.</summary>
    public static string? ReadUrl(MetaScalar? written, Uri? site, DiagnosticBag bag)
    {
        if (written is null)
            return null;
        if (HttpOf(written.Text, site) is { } url)
            return url;
        bag.Warn(DiagnosticCode.BadAuthor, written.Place, $"'{DiagnosticBag.Show(written.Text)}' is no address of a web page; left out", "Write it in full: https://…");
        return null;
    }

    /// <summary>The address of a portrait as it is kept; null when there is none, and with a warning when what is written is none.</summary>
    public static string? ReadAvatar(MetaScalar? written, DiagnosticBag bag)
    {
        if (written is null)
            return null;
        if (AddressOrNull(written.Text) is { } address)
            return address;
        bag.Warn(DiagnosticCode.ImageDropped, written.Place, $"'{DiagnosticBag.Show(written.Text)}' is no address of an image; image left out");
        return null;
    }

    private static bool IsPicture(MetaEntry entry) =>
        AvatarKeys.Contains(entry.Key.ToLowerInvariant()) && entry.Value is MetaMap { Entries: [_] } picture && FieldContext.ScalarOf(picture, PictureKeys) is not null;

    /// <summary>The absolute http(s) address that is meant; null when it is none.</summary>
    public static string? HttpOf(string written, Uri? site)
    {
        var address = WebAddress.WithScheme(written);
        if (address.StartsWith('/') && site is not null && Uri.TryCreate(site, address, out var joined))
            address = joined.AbsoluteUri;
        return WebAddress.IsHttp(address) ? address : null;
    }

    /// <summary>The address of an image as it is kept; null when it is none.</summary>
    public static string? AddressOrNull(string? address) =>
        !string.IsNullOrEmpty(address) && address.Length <= WebAddress.MaxLength && WebAddress.IsSafeImage(address) && !TemplateAddress.IsTemplate(address) ? WebAddress.WithScheme(address) : null;
}
