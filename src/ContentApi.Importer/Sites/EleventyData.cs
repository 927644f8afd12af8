using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Sites;

/// <summary>Eleventy's data files of folders and of single files (11ty.dev/docs/data-template-dir). Of those that are scripts the literals are read; nothing is run.</summary>
/// <param name="site">Where the site lies.</param>
/// <param name="outline">The folder.</param>
internal sealed class EleventyData(SiteConfiguration site, FolderOutline outline)
{
    // Those that count first at the head.
    private static readonly string[] Endings = [".11tydata.js", ".11tydata.mjs", ".11tydata.cjs", ".11tydata.json", ".json"];

    // The ranks of one folder: of its own files, and above them of those for a single file.
    private static readonly int RanksOfFolder = 2 * Endings.Length;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Findings => _findings;

    public List<ScopedDefaults> Read()
    {
        var all = new List<ScopedDefaults>();
        foreach (var path in outline.FindFiles(name => Array.Exists(Endings, x => name.EndsWith(x, StringComparison.Ordinal))))
        {
            if (Read(path, Array.FindIndex(Endings, x => path.EndsWith(x, StringComparison.Ordinal))) is { } given)
                all.Add(given);
        }

        return all;
    }

    // posts/posts.json is for the folder posts; posts/a.json for the file posts/a.md.
    private ScopedDefaults? Read(string path, int ending)
    {
        var stem = path[..^Endings[ending].Length];
        var folder = SourcePath.FolderOf(stem);
        var name = SourcePath.NameOf(stem);
        var ownName = folder.Length > 0 ? SourcePath.NameOf(folder) : Path.GetFileName(outline.Root);
        var depth = folder.Length == 0 ? 0 : folder.Count(c => c == '/') + 1;
        var prefix = folder.Length == 0 ? "" : $"{folder}/";
        if (name == ownName)
            return Make(path, prefix, (depth * RanksOfFolder) + Endings.Length - ending, file => file.StartsWith(prefix, StringComparison.Ordinal));
        return ScanRules.ArticleNamesOf(stem).Any(outline.HasFile)
            ? Make(path, stem, (depth * RanksOfFolder) + RanksOfFolder - ending, file => ScanRules.ArticleNamesOf(stem).Contains(file))
            : null;
    }

    private ScopedDefaults? Make(string path, string scope, int rank, Func<string, bool> applies)
    {
        if (site.Place.FromSource(path) is not { } own || SettingsFile.Read(SitePlace.Of(outline.Root), path) is not { } file)
            return null;
        _findings.AddRange(file.Findings);
        if (!path.EndsWith(".json", StringComparison.Ordinal))
            _findings.Add(new Finding(new Diagnostic(DiagnosticCode.ScriptIgnored, DiagnosticSeverity.Info, path, 1, 1, "Scripts are not run: of the values that this one gives to articles only those that are written out count.", "Write what has to count into a .json file of the same name.")));
        return own.StartsWith("_data/", StringComparison.Ordinal) || file.Map.Entries.Count == 0 ? null : new ScopedDefaults(new FieldDefaults(path, file.Map), scope, rank, applies);
    }
}
