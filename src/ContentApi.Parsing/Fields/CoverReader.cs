using ContentApi.Parsing.Body;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the images that a front matter names: cover, thumbnail, gallery.</summary>
internal static class CoverReader
{
    public static void Read(FieldContext context, ImageFinder images)
    {
        var cover = ReadFirst(context, context.Rules.CoverKeys, images);
        var thumbnail = ReadFirst(context, context.Rules.ThumbnailKeys, images);
        var gallery = new List<FrontImage>();
        foreach (var entry in context.Fields.Find(context.Rules.GalleryKeys).ToArray())
            gallery.AddRange(ReadEntry(entry, context, images));

        if (cover.Count == 0 && gallery.Count > 0)
            cover = [gallery[0]];
        foreach (var image in cover.Take(1))
            images.Add(image.Address, ImageRole.Cover, image.Alt, image.Title);
        foreach (var image in thumbnail.Take(1))
            images.Add(image.Address, ImageRole.Thumbnail, image.Alt, image.Title);

        // "cover: [a, b]" has one cover; the others are for the gallery.
        foreach (var image in cover.Skip(1).Concat(thumbnail.Skip(1)).Concat(gallery))
            images.Add(image.Address, ImageRole.Gallery, image.Alt, image.Title);
    }

    private static List<FrontImage> ReadFirst(FieldContext context, IEnumerable<string> keys, ImageFinder images)
    {
        foreach (var entry in context.Fields.Find(keys).ToArray())
        {
            var found = ReadEntry(entry, context, images);
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    private static List<FrontImage> ReadEntry(MetaEntry entry, FieldContext context, ImageFinder images)
    {
        var found = new List<FrontImage>();
        var isComplete = true;
        foreach (var node in entry.Value is MetaList list ? list.Items : [entry.Value])
        {
            if (IsEmpty(node))
                continue;
            if (ReadOne(node, images, ref isComplete) is { } image)
                found.Add(image);
            else
                isComplete = false;
        }

        if (isComplete)
            context.Fields.Take(entry);
        return found;
    }

    private static FrontImage? ReadOne(MetaNode node, ImageFinder images, ref bool isComplete)
    {
        switch (node)
        {
            // "cover: true" switches the theme's cover on; it names no image.
            case MetaScalar scalar when FieldReader.ToBoolean(scalar) is null && !IsStyle(scalar.Text.Trim()):
                return images.ReadAddress(scalar.Text, scalar.Place) is { } address ? new FrontImage(address, null, null) : null;
            case MetaMap map when FieldContext.TextOf(map, "src", "url", "path", "uid") is { } written:
                string[] known = ["src", "url", "path", "uid", "alt", "title"];
                isComplete &= map.Entries.All(e => known.Contains(e.Key.ToLowerInvariant()));
                return images.ReadAddress(written, map.Place) is { } source
                    ? new FrontImage(source, FieldContext.TextOf(map, "alt"), FieldContext.TextOf(map, "title"))
                    : null;
            default:
                return null;
        }
    }

    private static bool IsEmpty(MetaNode node) => node is MetaScalar scalar && (scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text));

    // Themes take a colour or a gradient where an image may stand.
    private static bool IsStyle(string text) => text.StartsWith('#') || text is "transparent" or "none"
        || text.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) && text.EndsWith(')')
        || text.Contains("gradient(", StringComparison.OrdinalIgnoreCase);

    private sealed record FrontImage(string Address, string? Alt, string? Title);
}
