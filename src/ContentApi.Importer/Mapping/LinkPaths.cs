using System.Collections.Concurrent;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>
/// Knows the site paths and titles of files before all of them are read. The front matter of a file tells them; where either turns
/// out wrong, the articles that link there are made again. Safe to call from several threads.
/// </summary>
/// <param name="options">Of the source.</param>
/// <param name="scan">The folder.</param>
/// <param name="now">Start of the run; null where nobody but the author sees what is made.</param>
internal sealed class LinkPaths(ParseOptions options, FolderScan scan, DateTimeOffset? now = null)
{
    private readonly ConcurrentDictionary<string, ArticleHead?> _expected = [];
    private IReadOnlyDictionary<string, ArticleHead?> _assigned = new Dictionary<string, ArticleHead?>();

    /// <summary>Path and title of a file's article; null when it gives none.</summary>
    /// <param name="filePath">A file of the folder.</param>
    public ArticleHead? Of(string filePath) => _assigned.TryGetValue(filePath, out var head) ? head : _expected.GetOrAdd(filePath, Expect);

    /// <summary>
    /// The title that other articles may show; null when it is not known, or the article is not surely public for good. Their text
    /// is made now, while an article's status is found out whenever it is asked for.
    /// </summary>
    public string? TitleOf(ArticleHead head) => head.IsDraft || head.ExpiresAt is not null || head.PublishedAt > now ? null : head.Title;

    /// <summary>What a file asks for, whatever its article is stored as; null when it gives none.</summary>
    public ArticleHead? AskedBy(SourceFile file)
    {
        if (file.Length > ArticleParser.MaxBytes)
            return null;
        try
        {
            return new ArticleParser(options).ReadHead(file.Path, ArticleFile.Read(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Takes paths and titles as they are, by file; null for a file that has no article. To be called while no file is being read.</summary>
    public void Assign(IReadOnlyDictionary<string, ArticleHead?> assigned) => _assigned = assigned;

    private ArticleHead? Expect(string filePath) => scan.IndexOf(filePath) is >= 0 and var index ? AskedBy(scan.Articles[index]) : null;
}
