using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

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
            all.AddRange(Read(path, Array.FindIndex(Endings, x => path.EndsWith(x, StringComparison.Ordinal))));
        }

        return all;
    }

    // posts/posts.json is for the folder posts; posts/a.json for the file posts/a.md.
    private IEnumerable<ScopedDefaults> Read(string path, int ending)
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
            : [];
    }

    private IEnumerable<ScopedDefaults> Make(string path, string scope, int rank, Func<string, bool> applies)
    {
        if (site.Place.FromSource(path) is not { } own || SettingsFile.Read(SitePlace.Of(outline.Root), path) is not { } file)
            yield break;
        _findings.AddRange(file.Findings);
        if (!path.EndsWith(".json", StringComparison.Ordinal))
            _findings.Add(new Finding(new Diagnostic(DiagnosticCode.ScriptIgnored, DiagnosticSeverity.Info, path, 1, 1, "Scripts are not run: of the values that this one gives to articles only those that are written out count.", "Write what has to count into a .json file of the same name.")));
        if (own.StartsWith("_data/", StringComparison.Ordinal))
            yield break;
        if (file.Map.Entries.Count > 0)
            yield return new ScopedDefaults(new FieldDefaults(path, file.Map), scope, rank, applies);

        // What only the script knows may hide an article. Its own "draft: false" still publishes it.
        if (HidingKeyOf(file.Code) is not { } key)
            yield break;
        _findings.Add(new Finding(new Diagnostic(DiagnosticCode.SiteConfigUnreadable, DiagnosticSeverity.Warning, path, 1, 1, $"Scripts are not run, and the '{key}' of this one may hide articles: all that it is for are drafts.", "Write 'draft: false' into those that are none.")));
        var draft = new MetaEntry("draft", Place.Start, new MetaScalar(Place.Start, "true", IsPlain: true));
        yield return new ScopedDefaults(new FieldDefaults(path, new MetaMap(Place.Start, 0, [draft])), $"{scope}\0{key}", int.MaxValue, applies);
    }

    private static string? HidingKeyOf(IReadOnlyDictionary<string, IReadOnlyList<ScriptToken>> code) =>
        code.ContainsKey("draft") ? "draft" : code.TryGetValue("permalink", out var value) && MayBeFalse(value) ? "permalink" : null;

    // A name alone may stand for anything. Functions make an address unless they name false or ask for several things at
    // once; what is hidden for data.draft alone is a draft here too.
    private static bool MayBeFalse(IReadOnlyList<ScriptToken> code)
    {
        var isFunction = code.Any(x => x.IsSign("=>") || x.IsName("function"));
        if (code.Count == 0 || code[0].IsSign("!") || (code[0].Kind == ScriptTokenKind.Name && !isFunction))
            return true;
        var results = Enumerable.Range(0, code.Count).Count(at => code[at].IsName("false") && !IsOption(code, at));
        var isExcused = results <= 1 && code.Any(x => x.IsName("draft")) && !code.Any(x => x.IsSign("|"));
        return !isExcused && (results > 0 || code.Any(x => x.IsSign("&")));
    }

    // "{ lower: false }" says how an address is made.
    private static bool IsOption(IReadOnlyList<ScriptToken> code, int at) =>
        at >= 3 && code[at - 1].IsSign(":") && (code[at - 3].IsSign("{") || code[at - 3].IsSign(","));
}
