using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Hugo's <c>hugo.toml</c> and its like (gohugo.io/configuration); keys in any case.</summary>
internal static class HugoSite
{
    private const string FileName = ":filename";

    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var main = map.Text("defaultContentLanguage") ?? "en";
        var languages = LanguagesOf(map);
        var ownFolder = map.Folder("contentDir");
        string[] dates = [.. map.Node("frontmatter.date") is { } given ? FieldTexts(given).Select(x => x.ToLowerInvariant()) : []];
        var language = map.Node("languages") is MetaMap all && all.Find(main) is MetaMap own ? own : MetaMap.Empty;
        return site with
        {
            Title = map.Text("title") ?? language.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("baseURL") ?? language.Text("baseURL"), null),
            TimeZone = map.Text("timeZone") ?? language.Text("timeZone"),
            DefaultLocale = DefaultOf(map, languages),
            Languages = languages,
            ContentFolders = ownFolder is null or "content" ? null : [ownFolder],
            ReadFolders = ReadFoldersOf(map, site, languages),
            ReadsDatesFromFileNames = dates.Contains(FileName),
            DatesOfFileNamesWin = dates is [FileName, ..],
            BreaksLines = map.Switch("markup.goldmark.renderer.hardWraps"),
            PrefixesDefaultLocale = map.IsOn("defaultContentLanguageInSubdir"),
            Defaults = map.Node("cascade"),
            Findings = [.. site.Findings, .. SiteConfigurationReader.FindZone(site, map.Node("timeZone") ?? language.Node("timeZone")), .. SiteConfigurationReader.FindPatterns(site, map.Node("permalinks"))],
        };
    }

    /// <summary>One map of the files of a folder of settings: those of <c>config.toml</c> stand at the top, the others below their name.</summary>
    public static MetaMap Merge(IEnumerable<(string Name, MetaMap Map)> files)
    {
        var entries = new List<MetaEntry>();
        var languages = new List<MetaEntry>();
        foreach (var (name, map) in files)
        {
            if (name is "hugo" or "config")
                entries.AddRange(map.Entries);
            else if (name == "languages")
                languages.AddRange(map.Entries);
            else if (name.StartsWith("languages.", StringComparison.Ordinal))
                languages.Add(new MetaEntry(name["languages.".Length..], map.Place, map));
            else
                entries.Add(new MetaEntry(name, map.Place, map));
        }

        if (languages.Count > 0)
            entries.Add(new MetaEntry("languages", Place.Start, new MetaMap(Place.Start, 0, languages)));
        return new MetaMap(Place.Start, 0, entries);
    }

    // Mounts, a folder elsewhere and the settings of an environment may name any other.
    private static IReadOnlyList<string>? ReadFoldersOf(MetaMap map, SiteConfiguration site, IReadOnlyList<SiteLanguage> languages) =>
        map.Has("module.mounts") || (map.Has("contentDir") && map.Folder("contentDir") is null) || ToolFiles.HasHugoEnvironments(site.Place.Folder)
            ? null
            : [map.Folder("contentDir") ?? "content", .. languages.Select(x => x.ContentFolder).OfType<string>()];

    // languageCode is for people's browsers, the key is what folders and suffixes use; only the key makes the language.
    private static IReadOnlyList<SiteLanguage> LanguagesOf(MetaMap map)
    {
        if (map.Node("languages") is not MetaMap languages)
            return [];
        var disabled = map.Texts("disableLanguages");
        return
        [
            .. from entry in languages.Entries
               where entry.Value is MetaMap && !disabled.Contains(entry.Key) && !entry.Value.IsOn("disabled")
               let tag = SettingsReading.ToTag(entry.Key)
               where tag is not null
               select new SiteLanguage(tag, entry.Key, entry.Value.Folder("contentDir")),
        ];
    }

    private static string? DefaultOf(MetaMap map, IReadOnlyList<SiteLanguage> languages)
    {
        if (SettingsReading.ToTag(map.Text("defaultContentLanguage")) is { } named)
            return named;
        return languages.Count > 0
            ? languages.FirstOrDefault(x => x.Tag == "en")?.Tag ?? languages[0].Tag
            : SettingsReading.ToTag(map.Text("locale", "languageCode"));
    }

    private static IEnumerable<string> FieldTexts(MetaNode node) => node switch
    {
        MetaScalar scalar => [scalar.Text],
        MetaList list => list.Items.OfType<MetaScalar>().Select(x => x.Text),
        _ => [],
    };
}
