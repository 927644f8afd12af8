using System.Text;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the path and the slug of a file.</summary>
internal static class AddressReader
{
    // A name without any letter or digit, such as " .md", still needs an address.
    private const string Nameless = "untitled";

    private static readonly string[] SlugKeys = ["slug"];

    public static (string Path, string Slug) Read(FieldContext context)
    {
        var given = ReadSlug(context);
        var slug = given is [.., var last] ? last : SlugOfFile(context.File);
        if (ReadPath(context) is { } path)
            return (path, slug);

        var folders = context.File.Folders.Select(SlugOfSegment);
        IEnumerable<string> segments = given.Length > 0
            ? FolderOf(context.File).Select(SlugOfSegment).Concat(given)
            : context.File.IsIndex ? folders : folders.Append(slug);
        return (FieldLimit.Apply("/" + string.Join('/', segments), FieldLimit.Path, "path", Place.Start, context.Bag), slug);
    }

    // The slug of posts/hello/index.md replaces "hello", as that of posts/hello.md does.
    private static IEnumerable<string> FolderOf(ContentPath file) =>
        file.IsIndex ? file.Folders.Take(file.Folders.Count - 1) : file.Folders;

    /// <summary>The segments of the slug key, empty when there is none; <c>slug: a/b</c> has two.</summary>
    private static string[] ReadSlug(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(SlugKeys).ToArray())
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            context.Fields.Take(entry);
            if (scalar.IsNull)
                continue;
            var text = FieldLimit.Apply(scalar.Text, FieldLimit.Slug, "slug", scalar.Place, context.Bag);
            return [.. text.Split('/').Select(Slug.From).Where(segment => segment.Length > 0)];
        }

        return [];
    }

    private static string? ReadPath(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.PathKeys).ToArray())
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            if (scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text))
            {
                context.Fields.Take(entry);
                continue;
            }

            if (Normalise(scalar.Text.Trim()) is not { } path)
                continue;
            if (path.Length > FieldLimit.Path)
            {
                context.Bag.Warn(DiagnosticCode.TooLong, scalar.Place, $"{entry.Key} has {path.Length} characters and was not used");
                continue;
            }

            context.Fields.Take(entry);
            return path;
        }

        return null;
    }

    /// <summary>Null for what is no path: a template with placeholders, or an address of another kind.</summary>
    private static string? Normalise(string text)
    {
        if (text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal) || text.Contains('\n'))
            return null;
        if (WebAddress.SchemeOf(WebAddress.WithScheme(text)) is { } scheme)
        {
            if (scheme is not ("http" or "https") || text.IndexOf("//", StringComparison.Ordinal) is not (>= 0 and var slashes))
                return null;
            var slash = text.IndexOf('/', slashes + 2);
            text = slash < 0 ? "/" : text[slash..];
        }

        var end = text.AsSpan().IndexOfAny('?', '#');
        var segments = new List<string>();
        foreach (var segment in (end < 0 ? text : text[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            // Hexo and Jekyll: ":year/:title" is a pattern to make paths with.
            if (segment.Length > 1 && segment[0] == ':' && char.IsLetter(segment[1]))
                return null;
            if (segment is "..")
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment is not ".")
                segments.Add(Decode(segment));
        }

        if (segments is [.., var last] && last.Equals("index.html", StringComparison.OrdinalIgnoreCase))
            segments.RemoveAt(segments.Count - 1);
        return "/" + string.Join('/', segments);
    }

    // Percent-encoded text is kept when it is not UTF-8 or would end a segment.
    private static string Decode(string segment)
    {
        var decoded = Uri.UnescapeDataString(segment);
        return (decoded.Contains('/') || decoded.Contains('\0') ? segment : Wellformed.Of(decoded)).Normalize(NormalizationForm.FormC);
    }

    private static string SlugOfFile(ContentPath file) =>
        file.IsIndex ? file.Folders is [.., var folder] ? SlugOfSegment(folder) : "index" : SlugOfSegment(file.Name);

    private static string SlugOfSegment(string name)
    {
        var slug = Slug.From(name);
        return slug.Length == 0 ? Nameless : Wellformed.Cut(slug, FieldLimit.Slug);
    }
}
