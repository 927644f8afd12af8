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
    // No article has it: paths begin with a slash.
    private const string None = "";

    // Links ask for the path of a file, and there may be as many as files. Few ask for more.
    private readonly string?[] _paths = new string?[scan.Articles.Count];
    private readonly ConcurrentDictionary<string, ArticleHead?> _heads = [];
    private readonly Dictionary<string, ArticleHead?> _corrected = [];

    /// <summary>Path of a file's article; null when it gives none.</summary>
    /// <param name="filePath">A file of the folder.</param>
    public string? PathOf(string filePath)
    {
        if (_corrected.TryGetValue(filePath, out var head))
            return head?.Path;
        if (scan.IndexOf(filePath) is not (>= 0 and var index))
            return null;
        var path = _paths[index] ??= AskedBy(scan.Articles[index])?.Path ?? None;
        return path.Length == 0 ? null : path;
    }

    /// <summary>Path and title of a file's article; null when it gives none.</summary>
    /// <param name="filePath">A file of the folder.</param>
    public ArticleHead? Of(string filePath) => _corrected.TryGetValue(filePath, out var head) ? head : _heads.GetOrAdd(filePath, Expect);

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

    /// <summary>Takes the path that a file asks for, now that it was read anyway.</summary>
    public void Learn(string filePath, string path)
    {
        if (scan.IndexOf(filePath) is >= 0 and var index)
            _paths[index] = path;
    }

    /// <summary>Takes what turned out about a file: path and title as they are, null when it has no article. To be called while no file is being read.</summary>
    public void Correct(string filePath, ArticleHead? head) => _corrected[filePath] = head;

    private ArticleHead? Expect(string filePath) => scan.IndexOf(filePath) is >= 0 and var index ? AskedBy(scan.Articles[index]) : null;
}
