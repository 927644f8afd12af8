using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Inferring;

/// <summary>Proposes fields for the keys of a folder that have none. It reads the files as an import does, and no database.</summary>
public sealed record FieldInference
{
    /// <summary>Files that give articles.</summary>
    public required int Files { get; init; }

    /// <summary>Files that give none because of mistakes.</summary>
    public required int Failed { get; init; }

    /// <summary>The keys, those of most files first, and of as many by name.</summary>
    public required IReadOnlyList<InferredField> Fields { get; init; }

    /// <summary>Looks at a folder.</summary>
    /// <param name="options">The folder, and settings that stand above its own; its database is not asked.</param>
    /// <param name="ct">Ends the look early.</param>
    /// <exception cref="ImportRefusedException">An import would be refused: the folder is missing, empty or unreadable, or a setting makes no sense.</exception>
    public static FieldInference Of(ImportOptions options, CancellationToken ct)
    {
        var settings = ImportSettings.Resolve(options);
        var scan = FolderScanner.ScanOrRefuse(settings, ct);
        if (scan.Articles.Count == 0)
            throw new ImportRefusedException($"There is nothing to import in {settings.Root}: no file in it or below it ends in {ScanRules.ArticleExtensionList}.");
        var parsing = settings.ToParseOptions() with { CustomFields = [], TracksUnmappedKeys = true };
        var (links, paths) = (new LinkResolver(settings, scan), new LinkPaths(parsing with { TracksUnmappedKeys = false }, scan));
        var keys = new Dictionary<string, SeenKey>();
        var mapped = new HashSet<string>();
        var (files, failed) = (0, 0);
        foreach (var (isFailed, article) in scan.Articles.AsParallel().AsOrdered().WithCancellation(ct).Select(Read))
        {
            failed += isFailed ? 1 : 0;
            files += article is null ? 0 : 1;
            mapped.UnionWith(article?.MappedKeys ?? []);
            foreach (var key in article?.UnmappedKeys ?? [])
                SeenKey.Of(keys, key.Key).Add(key);
        }

        return new FieldInference
        {
            Files = files,
            Failed = failed,
            Fields = [.. keys.Select(key => key.Value.Infer(mapped.Contains(key.Key))).OrderByDescending(x => x.Files).ThenBy(x => x.Key, StringComparer.Ordinal)],
        };

        (bool IsFailed, ParsedArticle? Article) Read(SourceFile file)
        {
            try
            {
                var mapper = new LinkMapper(file.Path, links, paths);
                var read = parsing with { ResolveLink = link => link.Syntax == LinkSyntax.Reference ? mapper.TargetOf(link) : null };
                var result = file.Length > ArticleParser.MaxBytes ? new ParseResult(null, []) : new ArticleParser(read).Parse(file.Path, ArticleFile.Read(file));
                return (result.Article is null && (file.Length > ArticleParser.MaxBytes || result.Diagnostics.Any(x => x.Severity == Parsing.Diagnostics.DiagnosticSeverity.Error)), result.Article);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return (true, null);
            }
        }
    }
}
