using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Finds the sets of documents and the blogs of a site of Docusaurus among its presets and plugins (docusaurus.io/docs/using-plugins).</summary>
internal static class DocusaurusSets
{
    private const string Docs = "docs";
    private const string Blog = "blog";

    /// <summary>All of them; those that the tool has by itself where the settings are no literals.</summary>
    public static IEnumerable<DocusaurusSet> Find(MetaMap map)
    {
        List<DocusaurusSet> sets = [.. ItemsOf(map, "presets").SelectMany(OfPreset), .. ItemsOf(map, "plugins").SelectMany(OfPlugin)];
        return sets.Count > 0 || map.Node("presets") is MetaList ? sets : [Set(Docs, MetaMap.Empty), Set(Blog, MetaMap.Empty)];
    }

    // The name of a preset may be code, such as require.resolve('…'), and then is not there.
    private static IEnumerable<DocusaurusSet> OfPreset((string? Name, MetaMap Options) preset)
    {
        if (preset.Name is { } name ? !name.EndsWith("classic", StringComparison.Ordinal) : preset.Options.Node(Docs, Blog, "theme") is null)
            yield break;
        foreach (var type in (string[])[Docs, Blog])
        {
            if (preset.Options.Find(type) is not MetaScalar { Text: "false" })
                yield return Set(type, preset.Options.Find(type) as MetaMap ?? MetaMap.Empty);
        }
    }

    private static IEnumerable<DocusaurusSet> OfPlugin((string? Name, MetaMap Options) plugin) => plugin.Name switch
    {
        { } name when name.EndsWith("content-docs", StringComparison.Ordinal) => [Set(Docs, plugin.Options)],
        { } name when name.EndsWith("content-blog", StringComparison.Ordinal) => [Set(Blog, plugin.Options)],
        _ => [],
    };

    private static DocusaurusSet Set(string type, MetaMap options) => new(type, type == Blog, options);

    // A name, or a list of a name and options.
    private static IEnumerable<(string? Name, MetaMap Options)> ItemsOf(MetaMap map, string key) =>
        from item in (map.Node(key) as MetaList)?.Items ?? []
        let parts = item is MetaList list ? list.Items : [item]
        select (parts.OfType<MetaScalar>().FirstOrDefault()?.Text, parts.OfType<MetaMap>().LastOrDefault() ?? MetaMap.Empty);
}
