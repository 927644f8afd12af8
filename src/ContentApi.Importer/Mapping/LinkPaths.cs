using System.Collections.Concurrent;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>
/// Knows the site paths of files before all of them are read. A stored article most likely keeps its path, and of a new file
/// the front matter tells what it asks for; where either turns out wrong, the articles that link there are made again.
/// Safe to call from several threads.
/// </summary>
/// <param name="options">Of the source.</param>
/// <param name="files">Of the folder.</param>
internal sealed class LinkPaths(ParseOptions options, IReadOnlyList<PlannedFile> files)
{
    private readonly Lazy<Dictionary<string, PlannedFile>> _files = new(() => files.ToDictionary(x => x.File.Path));
    private readonly ConcurrentDictionary<string, string?> _expected = [];
    private IReadOnlyDictionary<string, string>? _assigned;

    /// <summary>The path of a file's article; null when it gives none.</summary>
    /// <param name="filePath">A file of the folder.</param>
    public string? Of(string filePath) => _assigned is { } assigned ? assigned.GetValueOrDefault(filePath) : _expected.GetOrAdd(filePath, Expect);

    /// <summary>Takes the paths as they are, by file. To be called while no file is being read.</summary>
    public void Assign(IReadOnlyDictionary<string, string> assigned) => _assigned = assigned;

    private string? Expect(string filePath)
    {
        var planned = _files.Value[filePath];
        if (planned.Stored is { } stored)
            return stored.Path;
        if (planned.File.Length > ArticleParser.MaxBytes)
            return null;
        try
        {
            return new ArticleParser(options).ReadPath(filePath, ArticleFile.Read(planned.File));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
