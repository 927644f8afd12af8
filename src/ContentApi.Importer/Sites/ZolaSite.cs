using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Zola's <c>config.toml</c> (getzola.org/documentation/getting-started/configuration).</summary>
internal static class ZolaSite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var main = SettingsReading.ToTag(map.Text("default_language") ?? "en");
        var others = map.Node("languages") is MetaMap languages ? SettingsReading.ToLanguages(languages.Entries.Select(x => x.Key)) : [];
        return site with
        {
            Title = map.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("base_url"), null),
            DefaultLocale = main,
            Languages = others.Count == 0 || main is null || others.Any(x => x.Tag == main) ? others : [new SiteLanguage(main, main), .. others],
            ReadFolders = ["content"],
            KeepsDatesOfNames = map.IsOn("slugify.paths_keep_dates"),
            Excludes = map.Texts("ignored_content"),
        };
    }
}
