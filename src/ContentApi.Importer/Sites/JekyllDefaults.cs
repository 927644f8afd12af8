using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The <c>defaults</c> of Jekyll's <c>_config.yml</c> (jekyllrb.com/docs/configuration/front-matter-defaults).</summary>
internal static class JekyllDefaults
{
    public static IEnumerable<ScopedDefaults> Read(SiteConfiguration site)
    {
        foreach (var item in (site.Defaults as MetaList)?.Items.OfType<MetaMap>().Reverse() ?? [])
        {
            if (item.Find("values") is MetaMap values)
                yield return Make(site, item.Text("scope.path")?.Trim('/') ?? "", item.Text("scope.type"), values);
        }
    }

    /// <summary>Tells of paths that are no patterns.</summary>
    public static IReadOnlyList<Finding> FindFaults(SiteConfiguration site) =>
    [
        .. from item in (site.Defaults as MetaList)?.Items.OfType<MetaMap>() ?? []
           let path = item.Node("scope.path")
           where path is MetaScalar scalar && Glob.Of(scalar.Text).IsFaulty
           select SiteConfigurationReader.Finding(site.Files[0], path.Place, ((MetaScalar)path).Text),
    ];

    // The longer path wins, then the one that names a type, then the one that stands later.
    private static ScopedDefaults Make(SiteConfiguration site, string path, string? type, MetaMap values)
    {
        var glob = Glob.Of(path);
        return new ScopedDefaults(
            new FieldDefaults(site.Files[0], values),
            $"{path}\0{type}",
            (path.Length * 2) + (type is null ? 0 : 1),
            file => OwnPath(site, file) is { } own && (path.Length == 0 || glob.Matches(own)) && (type is null || type == TypeOf(own)));
    }

    // A path is one from the source folder; collections_dir counts as it does for their addresses, not at all.
    private static string? OwnPath(SiteConfiguration site, string file)
    {
        var own = site.Place.FromSource(file);
        var root = site.ContentFolders?.Where(x => own?.StartsWith($"{x}/", StringComparison.Ordinal) == true).MaxBy(x => x.Length);
        return root is null ? own : own![(root.Length + 1)..];
    }

    private static string TypeOf(string own)
    {
        var folders = own.Split('/')[..^1];
        if (folders.Contains("_posts"))
            return "posts";
        if (folders.Contains("_drafts"))
            return "drafts";
        return folders is [['_', .. var collection], ..] ? collection : "pages";
    }
}
