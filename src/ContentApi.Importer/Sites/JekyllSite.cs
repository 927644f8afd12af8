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
            BreaksLines = map.Switch("kramdown.hard_wrap"),
            ExcerptSeparator = (map.Node("excerpt_separator") as MetaScalar)?.Text is { Length: > 0 } separator ? separator : null,
            Excludes = map.Texts("exclude"),
            Includes = map.Texts("include"),
            Collections = [.. NamesOf(map.Node("collections")).Select(name => $"_{name}"), "_posts", "_drafts"],
            UnrenderedFolders = [.. UnwrittenOf(map, site)],
            Defaults = map.Node("defaults"),
            Findings = [.. site.Findings, .. SiteConfigurationReader.FindZone(site, map.Node("timezone")), .. PatternsOf(map).SelectMany(x => SiteConfigurationReader.FindPatterns(site, x))],
        };
    }

    /// <summary>The names of the collections: keys of an object, or a list.</summary>
    private static IEnumerable<string> NamesOf(MetaNode? collections) => collections switch
    {
        MetaMap map => map.Entries.Select(x => x.Key),
        MetaList list => list.Items.OfType<MetaScalar>().Select(x => x.Text),
        _ => [],
    };

    // That of the site, and those of its collections.
    private static IEnumerable<MetaNode?> PatternsOf(MetaMap map) =>
        [map.Node("permalink"), .. (map.Node("collections") as MetaMap)?.Entries.Select(x => x.Value.Node("permalink")) ?? []];

    // Collection#write?: what has no output is data for other pages.
    private static IEnumerable<(string Folder, string Reason)> UnwrittenOf(MetaMap map, SiteConfiguration site)
    {
        var folder = CollectionsOf(map) ?? map.Folder("source");
        foreach (var name in NamesOf(map.Node("collections")).Where(x => x != "posts"))
        {
            var output = (map.Node("collections") as MetaMap)?.Find(name)?.Node("output");
            if (output is null or MetaScalar { IsPlain: true, Text: "false" or "False" or "no" or "off" })
                yield return (string.IsNullOrEmpty(folder) ? $"_{name}" : $"{folder}/_{name}", $"{site.Files[0]} gives the collection '{name}' no 'output: true', so that Jekyll writes no pages of it");
        }
    }

    private static string? CollectionsOf(MetaMap map)
    {
        var (source, collections) = (map.Folder("source"), map.Folder("collections_dir"));
        return collections is null ? null : source is { Length: > 0 } ? $"{source}/{collections}" : collections;
    }

    /// <summary>The address with the path that the site lies at.</summary>
    public static string? UrlOf(string? url, string? path)
    {
        if (url is null || ImportSettings.ReadSiteUrl(url) is null)
            return null;
        return path is null || path.Trim('/').Length == 0 ? url : $"{url.TrimEnd('/')}/{path.Trim('/')}";
    }
}
