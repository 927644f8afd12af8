using System.Text;
using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Importer.Writing;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer;

/// <summary>Takes one file from its bytes to its rows. Safe to call from several threads.</summary>
internal sealed class FileReader(ImportSettings settings, RowMapper mapper, ImageResolver resolver, ImageMeasurer measurer, LinkResolver links, LinkPaths paths)
{
    // UTF-8 bytes. Paths are part of B-tree entries, which end at 2,704 bytes.
    private const int MaxPathLength = 2_000;

    private readonly ParseOptions _options = settings.ToParseOptions();

    /// <summary>Reads a file. Whatever is wrong with it is a diagnostic.</summary>
    /// <param name="planned">The file.</param>
    /// <param name="rows">Takes what it gives.</param>
    public FileOutcome Read(PlannedFile planned, EncodedRows rows)
    {
        var file = planned.File;
        if (file.Length > ArticleParser.MaxBytes)
            return Fail(planned, DiagnosticCode.TooLarge, $"The file has {file.Length} bytes; articles have at most {ArticleParser.MaxBytes}.");
        if (Encoding.UTF8.GetByteCount(file.Path) > MaxPathLength)
            return Fail(planned, DiagnosticCode.PathTooLong, $"The path of the file has more than {MaxPathLength} bytes.");

        byte[] content;
        try
        {
            content = ArticleFile.Read(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (SourcePath.IsNotUtf8(file.Path, e))
                return Fail(planned, DiagnosticCode.Unreadable, "The file cannot be read, because its name is not UTF-8.", SourcePath.HowToRename);
            var what = e is FileNotFoundException or DirectoryNotFoundException ? "has been deleted or replaced since the folder was listed" : "cannot be read";
            return Fail(planned, DiagnosticCode.Unreadable, $"The file {what}; an article that it gave before stays.");
        }

        if (content.Length > ArticleParser.MaxBytes)
            return Fail(planned, DiagnosticCode.TooLarge, $"The file has grown since the folder was listed; articles have at most {ArticleParser.MaxBytes} bytes.");

        var hash = ArticleFile.Hash(content);
        if (!planned.MustRead && planned.Stored!.ContentHash == hash)
            return new FileOutcome(planned, FileResult.Unchanged, HasLinks: false, []);

        try
        {
            return Parse(planned, content, hash, rows);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours in one file must not cost the others.
            return Fail(planned, DiagnosticCode.ParserFault, $"The file cannot be imported because of a fault in this program ({e.GetType().Name}: {e.Message}).");
        }
    }

    private FileOutcome Parse(PlannedFile planned, byte[] content, string hash, EncodedRows rows)
    {
        var path = planned.File.Path;
        var images = new ImageMapper(settings, path, resolver, measurer);
        var linked = new LinkMapper(path, links, paths);
        var result = new ArticleParser(_options with { ResolveImage = images.UrlOf, ResolveLink = linked.TargetOf }).Parse(path, content);
        if (result.Article is not { } article)
        {
            var isFailed = result.Diagnostics.Any(x => x.Severity == DiagnosticSeverity.Error);
            return new FileOutcome(planned, isFailed ? FileResult.Failed : FileResult.Skipped, HasLinks: false, FindingReader.Read(result.Diagnostics, content, settings.Encoding));
        }

        if (Encoding.UTF8.GetByteCount(article.Path) > MaxPathLength)
            return Fail(planned, DiagnosticCode.PathTooLong, $"The article's path has more than {MaxPathLength} bytes.", others: FindingReader.Read(result.Diagnostics, content, settings.Encoding));

        paths.Learn(path, article.Path);
        var mapped = mapper.Map(planned.Id, planned.File, hash, article, images, linked);
        var findings = FindingReader.Read([.. result.Diagnostics, .. images.Diagnostics], content, settings.Encoding);
        rows.Add(mapped);   // last, because a file that fails gives no rows
        return new FileOutcome(planned, ResultOf(planned), linked.LeadToFiles, findings);
    }

    private static FileResult ResultOf(PlannedFile planned)
    {
        if (planned.Stored is null)
            return FileResult.Created;
        return planned.IsRenamed ? FileResult.Renamed : FileResult.Updated;
    }

    private static FileOutcome Fail(PlannedFile planned, string code, string message, string? hint = null, IReadOnlyList<Finding>? others = null) =>
        new(planned, FileResult.Failed, HasLinks: false, [.. others ?? [], new Finding(new Diagnostic(code, DiagnosticSeverity.Error, planned.File.Path, 1, 1, message, hint))]);
}
