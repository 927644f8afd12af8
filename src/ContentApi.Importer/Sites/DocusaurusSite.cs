using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Docusaurus's <c>docusaurus.config.js</c> (docusaurus.io/docs/api/docusaurus-config).</summary>
internal static class DocusaurusSite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var languages = SettingsReading.ToLanguages(map.Texts("i18n.locales"));
        List<(DocusaurusSet Set, List<SiteSection> Sections)> sets = [.. DocusaurusSets.Find(map).Select(x => (x, x.SectionsOf(site.Place).ToList()))];
        var labels = new DocusaurusTags(site.Place, languages);
        foreach (var (set, sections) in sets)
            labels.Read(set.TagsFile, sections);
        return site with
        {
            Title = map.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("url"), map.Text("baseUrl")),
            DefaultLocale = SettingsReading.ToTag(map.Text("i18n.defaultLocale")),
            Languages = languages,
            Sections = [.. sets.SelectMany(x => x.Sections)],
            TagLabels = labels.All,
            Excludes = [.. sets.SelectMany(x => x.Set.ExcludesOf(x.Sections, site.Place))],
            Findings = [.. site.Findings, .. labels.Findings],
        };
    }
}
