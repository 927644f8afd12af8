using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Docusaurus's <c>docusaurus.config.js</c> (docusaurus.io/docs/api/docusaurus-config).</summary>
internal static class DocusaurusSite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var languages = SettingsReading.ToLanguages(map.Texts("i18n.locales"));
        var sets = DocusaurusSets.Find(map).ToList();
        var labels = new DocusaurusTags(site.Place, languages);
        foreach (var set in sets)
            labels.Read(set);
        return site with
        {
            Title = map.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("url"), map.Text("baseUrl")),
            DefaultLocale = SettingsReading.ToTag(map.Text("i18n.defaultLocale")),
            Languages = languages,
            Sections = [.. sets.SelectMany(x => x.SectionsOf(site.Place))],
            TagLabels = labels.All,
            Excludes = [.. sets.SelectMany(x => x.Excludes)],
            Findings = [.. site.Findings, .. labels.Findings],
        };
    }
}
