using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Jekyll's <c>_config.yml</c> (jekyllrb.com/docs/configuration/options).</summary>
internal static class JekyllSite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var languages = SettingsReading.ToLanguages(map.Texts("languages"));   // jekyll-polyglot
        List<string> folders = [.. from folder in (string?[])[map.Folder("source"), CollectionsOf(map)] where folder is { Length: > 0 } select folder];
        return site with
        {
            Title = map.Text("title", "name"),
            Url = UrlOf(map.Text("url"), map.Text("baseurl")),
            TimeZone = map.Text("timezone"),
            DefaultLocale = SettingsReading.ToTag(map.Text("default_lang", "lang", "locale", "language")) ?? languages.FirstOrDefault()?.Tag,
            Languages = languages,
            ContentFolders = folders.Count == 0 ? null : folders,
            ExcerptSeparator = (map.Node("excerpt_separator") as MetaScalar)?.Text is { Length: > 0 } separator ? separator : null,
            Excludes = map.Texts("exclude"),
            Includes = map.Texts("include"),
            Collections = [.. NamesOf(map.Node("collections")).Select(name => $"_{name}"), "_posts", "_drafts"],
            Defaults = map.Node("defaults"),
        };
    }

    /// <summary>The names of the collections: keys of an object, or a list.</summary>
    private static IEnumerable<string> NamesOf(MetaNode? collections) => collections switch
    {
        MetaMap map => map.Entries.Select(x => x.Key),
        MetaList list => list.Items.OfType<MetaScalar>().Select(x => x.Text),
        _ => [],
    };

    private static string? CollectionsOf(MetaMap map)
    {
        var (source, collections) = (map.Folder("source"), map.Folder("collections_dir"));
        return collections is null ? null : source is { Length: > 0 } ? $"{source}/{collections}" : collections;
    }

    /// <summary>The address with the path that the site lies at; what the tools write into every new site is none.</summary>
    public static string? UrlOf(string? url, string? path)
    {
        if (url is null || ImportSettings.ReadSiteUrl(url) is not { } address || address.Host.StartsWith("example.", StringComparison.OrdinalIgnoreCase))
            return null;
        return path is null || path.Trim('/').Length == 0 ? url : $"{url.TrimEnd('/')}/{path.Trim('/')}";
    }
}
