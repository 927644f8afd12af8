using ContentApi.Parsing.Body;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the images that a front matter names: cover, thumbnail, gallery.</summary>
internal static class CoverReader
{
    // image: Hugo's theme PaperMod; file, light: Starlight; feature: Jekyll's theme So Simple.
    private static readonly string[] AddressKeys = ["src", "url", "path", "uid", "image", "file", "light", "feature"];
    private static readonly string[] KnownKeys = [.. AddressKeys, "alt", "title", "caption"];

    public static void Read(FieldContext context, ImageFinder images)
    {
        var used = new List<MetaEntry>();
        var cover = ReadFirst(context, context.Rules.CoverKeys, images, used);
        if (cover.Count > 0)
            context.Origins?.Add("cover", used[0]);
        var thumbnail = ReadFirst(context, context.Rules.ThumbnailKeys, images, used);
        var gallery = new List<FrontImage>();
        foreach (var entry in context.Fields.FindNearest(context.Rules.GalleryKeys))
        {
            var found = ReadEntry(entry, context, images);
            if (found.Count > 0)
                used.Add(entry);
            if (found.Count > 0 && cover.Count == 0 && gallery.Count == 0)
                context.Origins?.Add("cover", entry, "the first of the images");
            gallery.AddRange(found);
        }

        var resources = context.Fields.FindNearest(context.Rules.ResourceKeys);
        if (cover.Count == 0 && resources.Count > 0)
            cover = ReadResources(resources, [.. context.Rules.CoverKeys, "featured", "feature"], "cover", context, images, used);
        if (thumbnail.Count == 0 && resources.Count > 0)
            thumbnail = ReadResources(resources, [.. context.Rules.ThumbnailKeys, "featuredimagepreview"], "thumbnail", context, images, used);

        context.Origins?.Add("images", used);
        if (cover.Count == 0 && gallery.Count > 0)
            cover = [gallery[0]];

        // "cover: [a, b]" has one cover; the others are for the gallery.
        Add(cover, 0, 1, ImageRole.Cover, images);
        Add(thumbnail, 0, 1, ImageRole.Thumbnail, images);
        Add(cover, 1, cover.Count, ImageRole.Gallery, images);
        Add(thumbnail, 1, thumbnail.Count, ImageRole.Gallery, images);
        Add(gallery, 0, gallery.Count, ImageRole.Gallery, images);
    }

    private static void Add(List<FrontImage> found, int from, int to, ImageRole role, ImageFinder images)
    {
        for (var i = from; i < Math.Min(to, found.Count); i++)
            images.Add(found[i].Address, role, found[i].Alt, found[i].Title);
    }

    private static List<FrontImage> ReadFirst(FieldContext context, IReadOnlyList<string> keys, ImageFinder images, List<MetaEntry> used)
    {
        foreach (var entry in context.Fields.Find(keys))
        {
            var found = ReadEntry(entry, context, images);
            if (found.Count == 0)
                continue;
            used.Add(entry);
            return found;
        }

        return [];
    }

    // resources: [{src: a.png, name: cover}] gives a file of a bundle the name by which themes find it (gohugo.io/content-management/page-resources).
    private static List<FrontImage> ReadResources(IEnumerable<MetaEntry> resources, IReadOnlyList<string> names, string field, FieldContext context, ImageFinder images, List<MetaEntry> used)
    {
        foreach (var entry in resources)
        {
            var found = (entry.Value as MetaList)?.Items.OfType<MetaMap>()
                .FirstOrDefault(x => names.Contains(FieldName.Fold(FieldContext.TextOf(x, "name") ?? "")) && FieldContext.TextOf(x, "src")?.AsSpan().ContainsAny('*', '?', '{') is false);
            var isComplete = false;
            if (found is null || ReadOne(found, context, images, ref isComplete) is not { } image)
                continue;
            used.Add(entry);
            context.Origins?.Add(field, entry);
            return [image];
        }

        return [];
    }

    private static List<FrontImage> ReadEntry(MetaEntry entry, FieldContext context, ImageFinder images)
    {
        var found = new List<FrontImage>();
        var isComplete = true;
        foreach (var node in entry.Value is MetaList list ? list.Items : [entry.Value])
        {
            if (FieldContext.IsEmpty(node) && node is MetaScalar)
                continue;
            if (ReadOne(node, context, images, ref isComplete) is { } image)
                found.Add(image);
            else
                isComplete = false;
        }

        if (isComplete)
            context.Fields.Take(entry);
        return found;
    }

    private static FrontImage? ReadOne(MetaNode node, FieldContext context, ImageFinder images, ref bool isComplete)
    {
        switch (node)
        {
            // "cover: true" switches the theme's cover on; it names no image.
            case MetaScalar scalar when MayBeAddress(scalar):
                return images.ReadAddress(context.WithoutBrackets(scalar.Text.Trim()), scalar.Place) is { } address ? new FrontImage(address, null, null) : null;
            case MetaMap map when AddressKeys.Select(map.Find).FirstOrDefault(x => x is MetaScalar scalar && MayBeAddress(scalar)) is MetaScalar written:
                isComplete &= map.Entries.All(e => KnownKeys.Contains(e.Key.ToLowerInvariant()));
                return images.ReadAddress(written.Text.Trim(), map.Place) is { } source
                    ? new FrontImage(source, FieldContext.TextOf(map, "alt"), FieldContext.TextOf(map, "title", "caption"))
                    : null;

            // hero: {title: …, image: {file: …}}
            case MetaMap map when map.Find("image") is MetaMap inner:
                isComplete = false;
                return ReadOne(inner, context, images, ref isComplete);
            default:
                return null;
        }
    }

    private static bool MayBeAddress(MetaScalar scalar) => !FieldContext.IsEmpty(scalar) && FieldReader.ToBoolean(scalar) is null && !IsStyle(scalar.Text.Trim());

    // Themes take a colour or a gradient where an image may stand.
    private static bool IsStyle(string text) => text.StartsWith('#') || text is "transparent" or "none"
        || text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) && text.EndsWith(')')
        || text.Contains("gradient(", StringComparison.OrdinalIgnoreCase);

    private sealed record FrontImage(string Address, string? Alt, string? Title);
}
