using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The cascades of Hugo's settings and of its sections' <c>_index.md</c> (gohugo.io/configuration/cascade).</summary>
internal static class HugoCascade
{
    private static readonly string[] TargetKeys = ["target", "_target"];

    // Of the settings; those of sections come before, the deeper the earlier.
    private const int SettingsRank = -1;

    public static IEnumerable<ScopedDefaults> Read(SiteConfiguration site, FolderOutline outline)
    {
        var roots = RootsOf(site);
        foreach (var index in outline.Files.Where(x => x.EndsWith("/_index.md", StringComparison.Ordinal) || x == "_index.md"))
        {
            if (FindCascade(outline.Root, index) is not { } cascade)
                continue;
            var folder = index[..Math.Max(0, index.Length - "_index.md".Length)];
            foreach (var given in MakeAll(cascade, index, folder, folder.Count(c => c == '/'), roots))
                yield return given;
        }

        if (site.Defaults is { } settings)
        {
            foreach (var given in MakeAll(settings, site.Files[0], "", SettingsRank, roots))
                yield return given;
        }
    }

    private static List<string> RootsOf(SiteConfiguration site) =>
        [.. (site.ContentFolders ?? ["content"]).Concat(site.Languages.Select(x => x.ContentFolder).OfType<string>()).Select(site.Place.ToSource).OfType<string>().Where(x => x.Length > 0).OrderByDescending(x => x.Length)];

    private static MetaNode? FindCascade(string root, string index)
    {
        try
        {
            var file = new FileInfo(Path.Combine(root, index));
            return file is { LinkTarget: null, Length: <= ArticleParser.MaxBytes } ? FrontMatterFile.Read(index, File.ReadAllBytes(file.FullName))?.Map.Find("cascade") : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<ScopedDefaults> MakeAll(MetaNode cascade, string origin, string folder, int rank, List<string> roots) => cascade switch
    {
        MetaMap map when Make(map, origin, folder, rank, roots) is { } given => [given],
        MetaList list => list.Items.OfType<MetaMap>().Select(map => Make(map, origin, folder, rank, roots)).OfType<ScopedDefaults>(),
        _ => [],
    };

    // What is for one language or environment alone is left out: which of them counts is not in the folder.
    private static ScopedDefaults? Make(MetaMap map, string origin, string folder, int rank, List<string> roots)
    {
        var target = TargetKeys.Select(map.Find).OfType<MetaMap>().FirstOrDefault();
        if (target?.Has("lang", "sites", "environment") == true)
            return null;
        var path = target?.Text("path");
        var kind = target?.Text("kind");
        var glob = path is null ? null : Glob.Of(path);
        return new ScopedDefaults(
            new FieldDefaults(origin, ValuesOf(map)),
            $"{folder}\0{path}\0{kind}",
            rank,
            file => file.StartsWith(folder, StringComparison.Ordinal) && file != $"{folder}_index.md"
                && (glob is null || glob.Matches(LogicalPath(file, roots))) && (kind is null || kind == KindOf(file)));
    }

    // Below params stands what the front matter has at its top.
    private static MetaMap ValuesOf(MetaMap map) => new(Place.Start, map.Size, [.. map.Entries.Where(x => !TargetKeys.Contains(x.Key)).SelectMany(x => x is { Key: "params", Value: MetaMap own } ? own.Entries : [x])]);

    // content/blog/post/index.md is /blog/post.
    private static string LogicalPath(string file, List<string> roots)
    {
        var root = roots.Find(x => file.StartsWith($"{x}/", StringComparison.Ordinal));
        var path = root is null ? file : file[(root.Length + 1)..];
        var folder = path[..(path.LastIndexOf('/') + 1)];
        var name = path[folder.Length..].Split('.')[0];
        return (name is "index" or "_index" ? folder : folder + name).Trim('/').ToLowerInvariant();
    }

    private static string KindOf(string file) => Path.GetFileName(file).StartsWith("_index.", StringComparison.Ordinal) ? "section" : "page";
}
