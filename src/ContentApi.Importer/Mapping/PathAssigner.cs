using ContentApi.Importer.Writing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Mapping;

/// <summary>
/// Gives every article of a source a path of its own. Whoever holds a path keeps it; newcomers come in ordinal order of
/// their files, and who finds a path taken gets the one made of the file's path. Only paths that several ask for are looked at.
/// </summary>
internal sealed class PathAssigner
{
    private readonly Dictionary<string, string> _holders = [];   // path → file
    private readonly Dictionary<Guid, string> _replaced = [];
    private readonly HashSet<string> _tried = [];
    private readonly List<Diagnostic> _diagnostics = [];

    private PathAssigner(IEnumerable<PathClaim> claims)
    {
        var inOrder = claims.OrderBy(x => x.FilePath, StringComparer.Ordinal).ToList();
        foreach (var claim in inOrder.Where(x => x.Holds))
            _holders.Add(claim.Path, claim.FilePath);
        foreach (var claim in inOrder.Where(x => !x.Holds))
            Take(claim);
    }

    /// <summary>Paths of the staged articles that do not get the one they ask for.</summary>
    public IReadOnlyDictionary<Guid, string> Replaced => _replaced;

    /// <summary>One for each article that has not got the path it asks for.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <param name="articles">Of the source.</param>
    /// <param name="asked">Paths about which <see cref="Displaces"/> will be asked.</param>
    /// <param name="ct">Ends the run early.</param>
    public static async Task<PathAssigner> AssignAsync(CurrentArticles articles, IEnumerable<string> asked, CancellationToken ct)
    {
        var known = new HashSet<string>();
        var claims = new List<PathClaim>();
        var wanted = (await articles.FindDisputedPathsAsync(ct)).Concat(asked).ToHashSet();
        while (true)
        {
            known.UnionWith(wanted);
            if (wanted.Count > 0)
                claims.AddRange(await articles.ReadClaimsAsync([.. wanted], ct));

            // Another article may have, or ask for, the path that someone falls back on.
            var assigner = new PathAssigner(claims);
            wanted = assigner._tried.Except(known).ToHashSet();
            if (wanted.Count == 0)
                return assigner;
        }
    }

    /// <summary>Tells that a kept article would have another path if it were free; false when that is free.</summary>
    public bool Displaces(PathClaim article, string asked)
    {
        if (!_holders.ContainsKey(asked))
            return false;
        Report(article.FilePath, asked, article.Path);
        return true;
    }

    private void Take(PathClaim claim)
    {
        if (_holders.TryAdd(claim.Path, claim.FilePath))
            return;

        var path = $"/{claim.FilePath}";
        _tried.Add(path);
        while (!_holders.TryAdd(path, claim.FilePath))
        {
            path += "~";
            _tried.Add(path);
        }

        _replaced.Add(claim.Id, path);
        Report(claim.FilePath, claim.Path, path);
    }

    private void Report(string filePath, string asked, string given) => _diagnostics.Add(new Diagnostic(
        DiagnosticCode.DupPath,
        DiagnosticSeverity.Warning,
        filePath,
        1,
        1,
        $"The path '{asked}' belongs to '{_holders[asked]}'; this article is at '{given}'.",
        "Give one of them another permalink or slug."));
}
