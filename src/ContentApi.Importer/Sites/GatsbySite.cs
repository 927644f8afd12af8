using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Gatsby's <c>gatsby-config.js</c> (gatsbyjs.com/docs/reference/config-files/gatsby-config).</summary>
internal static class GatsbySite
{
    public static SiteConfiguration Read(MetaMap map, SiteConfiguration site) => site with
    {
        Title = map.Text("siteMetadata.title"),
        Url = JekyllSite.UrlOf(map.Text("siteMetadata.siteUrl", "siteMetadata.url"), map.Text("pathPrefix")),
        DefaultLocale = SettingsReading.ToTag(map.Text("siteMetadata.language", "siteMetadata.lang", "siteMetadata.locale")),
    };
}
