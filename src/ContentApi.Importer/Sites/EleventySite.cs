using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Eleventy's <c>eleventy.config.js</c> (11ty.dev/docs/config) and <c>.eleventyignore</c> (11ty.dev/docs/ignores).</summary>
internal static class EleventySite
{
    private const string IgnoreFile = ".eleventyignore";

    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var folder = map.Folder("setInputDirectory", "dir.input");
        var output = map.Folder("dir.output");
        List<string> ignored = [.. map.Texts("ignores"), .. IgnoredIn(site.Place, "")];
        if (folder is { Length: > 0 })
            ignored.AddRange(IgnoredIn(site.Place, $"{folder}/"));
        return site with
        {
            ContentFolders = folder is null or "" ? null : [folder],
            Excludes = [.. output is null or "" ? (string[])[] : [output], .. ignored.Select(SettingsReading.ToFolder).OfType<string>().Where(x => x.Length > 0)],
        };
    }

    // A path or a pattern a line, from the file's own folder.
    private static IEnumerable<string> IgnoredIn(SitePlace place, string folder) =>
        from line in SettingsFile.ReadLines(place, folder + IgnoreFile)
        where line.Length > 0 && line[0] is not ('#' or '!')
        select folder + line;
}
