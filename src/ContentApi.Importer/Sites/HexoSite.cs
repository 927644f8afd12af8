using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Hexo's <c>_config.yml</c> (hexo.io/docs/configuration).</summary>
internal static class HexoSite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        // The first language is the site's; the word default among them means that of the theme.
        var languages = SettingsReading.ToLanguages(map.Texts("language").Where(x => x != "default"));
        var folder = map.Folder("source_dir");
        return site with
        {
            Title = map.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("url"), null),
            TimeZone = map.Text("timezone"),
            DefaultLocale = languages.FirstOrDefault()?.Tag,
            Languages = languages.Count > 1 ? languages : [],
            ContentFolders = folder is null or "source" ? null : [folder],
            Excludes = [.. map.Texts("exclude").Concat(map.Texts("ignore"))],
            Includes = map.Texts("include"),
        };
    }
}
