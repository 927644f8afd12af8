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
    private readonly Dictionary<string, string> _firstOfSlug = [];   // slug → ordinal-first file
    private readonly Dictionary<Guid, string> _replaced = [];
    private readonly List<Diagnostic> _diagnostics = [];

    private PathAssigner()
    {
    }

    /// <summary>Paths of the staged articles that do not get the one they ask for.</summary>
    public IReadOnlyDictionary<Guid, string> Replaced => _replaced;

    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <param name="kept">Articles that stay as they are.</param>
    /// <param name="before">What the staged articles were, by id; new ones are missing.</param>
    /// <param name="staged">Articles that were read.</param>
    public static PathAssigner Assign(
        IEnumerable<StoredArticle> kept, IReadOnlyDictionary<Guid, StoredArticle> before, IReadOnlyList<StagedArticle> staged)
    {
        var assigner = new PathAssigner();
        foreach (var article in kept)
        {
            assigner._holders.Add(article.Path, article.FilePath);
            assigner.NoteSlug(article.Slug, article.FilePath);
        }

        foreach (var article in staged)
            assigner.NoteSlug(article.Slug, article.FilePath);

        var inOrder = staged.OrderBy(x => x.FilePath, StringComparer.Ordinal).ToList();
        foreach (var article in inOrder.Where(HoldsItsPath))
            assigner._holders.Add(article.Path, article.FilePath);
        foreach (var article in inOrder)
        {
            if (!HoldsItsPath(article))
                assigner.Claim(article);
            assigner.ReportSlug(article);
        }

        return assigner;

        bool HoldsItsPath(StagedArticle article) => before.GetValueOrDefault(article.Id)?.Path == article.Path;
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
        _diagnostics.Add(new Diagnostic(
            DiagnosticCode.DupPath,
            DiagnosticSeverity.Warning,
            article.FilePath,
            1,
            1,
            $"The path '{article.Path}' belongs to '{_holders[article.Path]}'; this article is at '{path}'.",
            "Give one of them another permalink or slug."));
    }

    private void NoteSlug(string slug, string filePath)
    {
        if (!_firstOfSlug.TryGetValue(slug, out var first) || string.CompareOrdinal(filePath, first) < 0)
            _firstOfSlug[slug] = filePath;
    }

    private void ReportSlug(StagedArticle article)
    {
        if (_firstOfSlug[article.Slug] is var first && first != article.FilePath)
        {
            _diagnostics.Add(new Diagnostic(
                DiagnosticCode.DupSlug, DiagnosticSeverity.Info, article.FilePath, 1, 1, $"The slug '{article.Slug}' is also that of '{first}'."));
        }
    }
}
