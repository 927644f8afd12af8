using ContentApi.Parsing;
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
        var names = map.Text("new_post_name") ?? ":title.md";

        // plugins/processor/post: with folders of assets only what ends as posts do is one.
        var others = ArticleExtensions.All.Where(x => x != Path.GetExtension(names));
        string[] assets = map.IsOn("post_asset_folder") ? [$"{{_posts,_drafts}}/**/*{{{string.Join(',', others)}}}"] : [];
        return site with
        {
            Title = map.Text("title"),
            Url = JekyllSite.UrlOf(map.Text("url"), null),
            TimeZone = map.Text("timezone"),
            DefaultLocale = languages.FirstOrDefault()?.Tag,
            Languages = languages.Count > 1 ? languages : [],
            ContentFolders = folder is null or "source" ? null : [folder],
            ReadFolders = [folder ?? "source"],
            EncryptedTags = [.. EncryptedTagsOf(map)],
            BreaksLines = map.Switch("marked.breaks", "markdown.render.breaks"),   // of its two usual renderers
            PostNames = Path.ChangeExtension(names, null),
            Excludes = [.. map.Texts("exclude").Concat(map.Texts("ignore")).Concat(map.Texts("skip_render")).Concat(assets)],
            Includes = map.Texts("include"),
            Findings = [.. site.Findings, .. SiteConfigurationReader.FindZone(site, map.Node("timezone")), .. SiteConfigurationReader.FindPatterns(site, map.Node("permalink"))],
        };
    }

    // The plugin hexo-blog-encrypt, "Tag Based Encryption".
    private static IEnumerable<string> EncryptedTagsOf(MetaMap map) =>
        from item in (map.Node("encrypt.tags") as MetaList)?.Items ?? []
        let name = item.Text("name")
        where name is not null && item.Text("password") is not null
        select name;
}
