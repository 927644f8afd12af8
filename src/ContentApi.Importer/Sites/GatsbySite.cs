using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Gatsby's <c>gatsby-config.js</c> (gatsbyjs.com/docs/reference/config-files/gatsby-config).</summary>
internal static class GatsbySite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site)
    {
        var folders = FoldersOf(map);
        return site with
        {
            Title = map.Text("siteMetadata.title"),
            Url = JekyllSite.UrlOf(map.Text("siteMetadata.siteUrl", "siteMetadata.url"), map.Text("pathPrefix")),
            DefaultLocale = SettingsReading.ToTag(map.Text("siteMetadata.language", "siteMetadata.lang", "siteMetadata.locale")),
            ContentFolders = folders.Count == 0 ? null : [.. folders.Concat(UsualContentRoots.Of(Dialect.Gatsby)).Distinct()],
        };
    }

    // createFilePath makes addresses of the paths below the folder that gatsby-source-filesystem reads.
    private static List<string> FoldersOf(MetaMap map) =>
    [
        .. from plugin in (map.Node("plugins") as MetaList)?.Items ?? []
           where plugin.Text("resolve") is "gatsby-source-filesystem" or "gatsby-plugin-page-creator"
           let folder = plugin.Node("options")?.Folder("path")
           where folder is { Length: > 0 }
           select folder,
    ];
}
