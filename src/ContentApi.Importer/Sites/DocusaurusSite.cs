using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Docusaurus's <c>docusaurus.config.js</c> (docusaurus.io/docs/api/docusaurus-config).</summary>
internal static class DocusaurusSite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var languages = SettingsReading.ToLanguages(map.Texts("i18n.locales"));
        return site with
        {
            Title = map.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("url"), map.Text("baseUrl")),
            DefaultLocale = SettingsReading.ToTag(map.Text("i18n.defaultLocale")),
            Languages = languages,
        };
    }
}
