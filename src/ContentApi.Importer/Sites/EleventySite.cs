using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Eleventy's <c>eleventy.config.js</c> (11ty.dev/docs/config).</summary>
internal static class EleventySite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var folder = map.Folder("setInputDirectory", "dir.input");
        var output = map.Folder("dir.output");
        return site with
        {
            ContentFolders = folder is null or "" ? null : [folder],
            Excludes = output is null or "" ? [] : [output],
        };
    }
}
