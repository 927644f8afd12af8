using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;

namespace ContentApi.Importer;

/// <summary>What the files of a run gave, but for the rows. A file that is read again counts once, as it was read last.</summary>
internal sealed class ImportCounts
{
    private readonly Dictionary<string, FileRecord> _files = [];

    public IEnumerable<FileRecord> Files => _files.Values;

    public IEnumerable<Finding> Findings => Files.SelectMany(x => x.Findings);

    /// <summary>Files whose findings of an earlier run still hold.</summary>
    public HashSet<string> Unchanged => [.. Files.Where(x => x.Result == FileResult.Unchanged).Select(x => x.Planned.File.Path)];

    /// <summary>Articles whose rows are in the staging tables.</summary>
    public List<StagedArticle> Staged => [.. Files.Select(x => x.Staged).OfType<StagedArticle>()];

    /// <summary>Slugs of the articles that the files give.</summary>
    public IEnumerable<SlugUse> Slugs => Files.Select(x => x switch
    {
        { Staged: { } article } => new SlugUse(article.FilePath, article.Slug, article.TranslationKey, article.Locale),
        { Result: FileResult.Unchanged, Planned.Stored: { } article } => new SlugUse(article.FilePath, article.Slug, article.TranslationKey, article.Locale),
        _ => null,
    }).OfType<SlugUse>();

    /// <summary>What those articles were before, by id.</summary>
    public Dictionary<Guid, StoredArticle> Before =>
        Files.Where(x => x is { Staged: not null, Planned.Stored: not null }).ToDictionary(x => x.Planned.Id, x => x.Planned.Stored!);

    /// <summary>Articles whose file holds nothing any more.</summary>
    public IEnumerable<StoredArticle> Emptied => Files.Where(x => x.Result == FileResult.Skipped).Select(x => x.Planned.Stored).OfType<StoredArticle>();

    public int this[FileResult result] => Files.Count(x => x.Result == result);

    public void Add(FileOutcome outcome)
    {
        var staged = outcome.Rows is { Article: var article, Links: var links }
            ? new StagedArticle(article.Id, article.FilePath, HeadOf(article), article.Slug, article.Locale, article.TranslationKey, links)
            : null;
        _files[outcome.Planned.File.Path] = new FileRecord(outcome.Planned, outcome.Result, staged, outcome.Findings);
    }

    private static ArticleHead HeadOf(ArticleRow article) =>
        new(article.Path, article.Title) { IsDraft = article.Draft, PublishedAt = article.PublishedAt, ExpiresAt = article.ExpiresAt };
}
