using ContentApi.Importer.Writing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Mapping;

/// <summary>
/// Gives every article of a source a path of its own. Whoever holds a path keeps it; newcomers come in ordinal order of
/// their files, and who finds a path taken gets the one made of the file's path.
/// </summary>
internal sealed class PathAssigner
{
    private readonly Dictionary<string, string> _holders = [];   // path → file
    private readonly Dictionary<Guid, string> _replaced = [];
    private readonly List<Diagnostic> _diagnostics = [];

    private PathAssigner()
    {
    }

    /// <summary>Paths of the staged articles that do not get the one they ask for.</summary>
    public IReadOnlyDictionary<Guid, string> Replaced => _replaced;

    /// <summary>One for each article that has not got the path it asks for.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <param name="kept">Articles that stay as they are.</param>
    /// <param name="before">What the staged articles were, by id; new ones are missing.</param>
    /// <param name="staged">Articles that were read.</param>
    public static PathAssigner Assign(
        IEnumerable<StoredArticle> kept, IReadOnlyDictionary<Guid, StoredArticle> before, IReadOnlyList<StagedArticle> staged)
    {
        var assigner = new PathAssigner();
        foreach (var article in kept)
            assigner._holders.Add(article.Path, article.FilePath);

        var inOrder = staged.OrderBy(x => x.FilePath, StringComparer.Ordinal).ToList();
        foreach (var article in inOrder.Where(HoldsItsPath))
            assigner._holders.Add(article.Path, article.FilePath);
        foreach (var article in inOrder.Where(x => !HoldsItsPath(x)))
            assigner.Claim(article);
        return assigner;

        bool HoldsItsPath(StagedArticle article) => before.GetValueOrDefault(article.Id)?.Path == article.Path;
    }

    /// <summary>True for an article at a path that is made of its file's, which is where those are that found another one's path taken.</summary>
    public static bool MayBeDisplaced(StoredArticle article) =>
        article.Path.StartsWith($"/{article.FilePath}", StringComparison.Ordinal) && article.Path.TrimEnd('~').Length == article.FilePath.Length + 1;

    /// <summary>Tells that a kept article would have another path if it were free; false when that is free.</summary>
    public bool Displaces(StoredArticle article, string asked)
    {
        if (!_holders.ContainsKey(asked))
            return false;
        Report(article.FilePath, asked, article.Path);
        return true;
    }

    private void Claim(StagedArticle article)
    {
        if (_holders.TryAdd(article.Path, article.FilePath))
            return;

        // Another article may ask for what looks like a file's path.
        var path = $"/{article.FilePath}";
        while (!_holders.TryAdd(path, article.FilePath))
            path += "~";
        _replaced.Add(article.Id, path);
        Report(article.FilePath, article.Path, path);
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
