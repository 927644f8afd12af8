using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Astro's <c>astro.config.mjs</c> (docs.astro.build/en/reference/configuration-reference), with Starlight's part of it.</summary>
internal static class AstroSite
{
    // Starlight's language without a folder, which is the default one where none is named (starlight.astro.build/guides/i18n).
    private const string Root = "root";

    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var starlight = (map.Node("integrations") as MetaList)?.Items.Select(x => x.Node("starlight")).OfType<MetaMap>().FirstOrDefault() ?? MetaMap.Empty;
        IReadOnlyList<SiteLanguage> languages = [.. FromList(map.Node("i18n.locales")), .. FromMap(starlight.Node("locales"))];
        var main = map.Text("i18n.defaultLocale") ?? starlight.Text("defaultLocale") ?? (languages.Any(x => x.Folder == Root) ? Root : null);
        var source = map.Folder("srcDir");
        return site with
        {
            Title = starlight.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("site"), map.Text("base")),
            DefaultLocale = languages.FirstOrDefault(x => x.Folder == main)?.Tag ?? SettingsReading.ToTag(main),
            Languages = languages,
            ContentFolders = source is null or "src" ? null : [.. ((string[])["content", "data", "pages", ""]).Select(x => SettingsReading.ToFolder($"{source}/{x}")).OfType<string>().Where(x => x.Length > 0)],
        };
    }

    // A string, or a folder with the tags that it stands for.
    private static IEnumerable<SiteLanguage> FromList(MetaNode? locales)
    {
        foreach (var item in (locales as MetaList)?.Items ?? [])
        {
            var folder = item is MetaScalar scalar ? scalar.Text : item.Text("path");
            var tag = SettingsReading.ToTag(item.Text("codes")) ?? SettingsReading.ToTag(folder);
            if (folder is not null && tag is not null)
                yield return new SiteLanguage(tag, folder);
        }
    }

    private static IEnumerable<SiteLanguage> FromMap(MetaNode? locales) =>
        from entry in (locales as MetaMap)?.Entries ?? []
        let tag = SettingsReading.ToTag(entry.Value.Text("lang")) ?? (entry.Key == Root ? null : SettingsReading.ToTag(entry.Key))
        where tag is not null
        select new SiteLanguage(tag, entry.Key);
}
