using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the path and the slug of a file.</summary>
internal static class AddressReader
{
    // A name without any letter or digit, such as " .md", still needs an address.
    private const string Nameless = "untitled";

    public static (string Path, string Slug) Read(FieldContext context)
    {
        var (segments, absolute) = ReadSlug(context);
        var slug = segments is [.., var last] ? last : SlugOfFile(context.File);
        var path = ReadPath(context, slug, out var written);
        if (segments.Length == 0 && written is not null && SlugOfPath(path!) is { } given)
        {
            slug = given;
            context.Origins?.Add("slug", written, "the end of the path");
        }

        if (segments.Length == 0)
            context.Origins?.Add("slug", context.File.IsIndex ? FieldOriginKind.Folder : FieldOriginKind.FileName);
        if (path is not null)
            return (path, slug);

        var origin = segments.Length > 0 || absolute is not null ? "its folder and the slug" : "folder and name of the file";
        context.Origins?.Add("path", FieldOriginKind.Folder, note: origin);
        IEnumerable<string> all = absolute is not null
            ? Segments(context, context.File.Folders.Take(context.File.Layout.BaseCount)).Concat(absolute.Split('/', StringSplitOptions.RemoveEmptyEntries))
            : segments.Length > 0 ? Segments(context, context.Rules.FoldersOfSlug(context.File)).Concat(segments)
            : context.File.IsIndex ? Segments(context, context.File.Folders) : Segments(context, context.File.Folders).Append(slug);
        if (context.File.LocalePrefix is { } prefix)
            all = all.Prepend(prefix);
        return (FieldLimit.Apply("/" + string.Join('/', all), FieldLimit.Path, "path", Place.Start, context.Bag), slug);
    }

    // The number of a version, 1.0, is part of an address as it is.
    private static IEnumerable<string> Segments(FieldContext context, IEnumerable<string> folders) =>
        folders.Select((folder, i) => context.File.Layout.IsNumbered && i < context.File.Layout.BaseCount ? folder : SlugOfSegment(folder));

    /// <summary>The segments of the slug key, empty when there is none (<c>slug: a/b</c> has two), and the whole path when the slug is one.</summary>
    private static (string[] Segments, string? Absolute) ReadSlug(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.SlugKeys))
        {
            // The id of a document that stands for its folder is no part of its address.
            var isSlug = FieldName.Fold(entry.Key) == context.Rules.SlugKeys[0];
            if (entry.Value is not MetaScalar scalar || !isSlug && context.File.IsIndex)
                continue;
            if (isSlug)
                context.Fields.Take(entry);
            if (scalar.IsNull)
                continue;
            var text = FieldLimit.Apply(scalar.Text.Trim(), FieldLimit.Slug, "slug", scalar.Place, context.Bag);
            string[] segments = [.. text.Split('/').Select(Slug.From).Where(segment => segment.Length > 0)];
            var absolute = context.Rules.HasAbsoluteSlugs && text.StartsWith('/') ? SitePath.Normalise(text) : null;
            if (segments.Length == 0 && absolute is null)
                continue;
            context.Origins?.Add("slug", entry);
            return (segments, absolute);
        }

        return ([], null);
    }

    /// <param name="context">The file.</param>
    /// <param name="slug">Its slug, which patterns are filled with.</param>
    /// <param name="written">The entry that says the whole path by itself; null when none does.</param>
    private static string? ReadPath(FieldContext context, string slug, out MetaEntry? written)
    {
        written = null;
        string[] before = context.Rules.HasPermalinksInLanguage && context.File.LocalePrefix is { } prefix ? [prefix] : [];
        foreach (var entry in context.Fields.Find(context.Rules.PathKeys))
        {
            if (entry.Value is not MetaScalar scalar)
                continue;
            if (FieldContext.IsEmpty(scalar))
            {
                context.Fields.Take(entry);
                continue;
            }

            // What is filled in may be long, and stand there often.
            var text = scalar.Text.Trim();
            var isPattern = PermalinkPattern.IsOne(text);
            if (text.Length <= FieldLimit.Path)
                text = context.Rules.FillTemplate(text, context.File);
            if (PermalinkPattern.IsOne(text))
            {
                if (PermalinkPattern.Fill(text, new PermalinkFields(context, slug)) is not { } filled)
                {
                    context.Bag.Info(DiagnosticCode.PermalinkPattern, scalar.Place, $"'{DiagnosticBag.Show(text)}' is a pattern and was not used; the path is that of folder and slug", "Write the path itself.");
                    continue;
                }

                text = filled;
                if (IsTooLong(text, entry, context))
                    continue;
            }

            var isSwitch = scalar.IsPlain && text.ToLowerInvariant() is "true" or "false";
            if (isSwitch || context.Rules.IsPatternName(text) || SitePath.Normalise(text, before) is not { } path)
                continue;
            if (IsTooLong(path, entry, context))
                continue;

            context.Fields.Take(entry);
            context.Origins?.Add("path", entry);
            written = isPattern ? null : entry;
            return path;
        }

        return null;
    }

    // That of "/a/b.html" is "b"; the root has none.
    private static string? SlugOfPath(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var slug = Slug.From(ArticleExtensions.IsHtml(name) ? name[..name.LastIndexOf('.')] : name);
        return slug.Length == 0 ? null : Wellformed.Cut(slug, FieldLimit.Slug);
    }

    private static bool IsTooLong(string path, MetaEntry entry, FieldContext context)
    {
        if (path.Length <= FieldLimit.Path)
            return false;
        context.Bag.Warn(DiagnosticCode.TooLong, entry.Value.Place, $"{entry.Key} gives a path of more than {FieldLimit.Path} characters and was not used");
        return true;
    }

    private static string SlugOfFile(ContentPath file) =>
        file.IsIndex ? file.Folders is [.., var folder] ? SlugOfSegment(folder) : "index" : SlugOfSegment(file.Name);

    private static string SlugOfSegment(string name)
    {
        var slug = Slug.From(name);
        return slug.Length == 0 ? Nameless : Wellformed.Cut(slug, FieldLimit.Slug);
    }
}
