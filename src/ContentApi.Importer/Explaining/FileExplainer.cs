using ContentApi.Importer.Mapping;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Explaining;

/// <summary>Reads one file as an import of its folder would, and as it would under every other dialect.</summary>
public sealed class FileExplainer
{
    // They differ only because other fields do.
    private static readonly string[] Shadows = ["translations", "params", "links", "body"];

    private readonly FolderScan _scan;
    private readonly string _filePath;
    private readonly byte[] _content;

    private FileExplainer(FolderScan scan, string filePath, byte[] content)
    {
        (_scan, _filePath, _content) = (scan, filePath, content);
    }

    /// <summary>Explains a file.</summary>
    /// <param name="file">The file, absolute or relative to the working folder.</param>
    /// <param name="options">The content folder that it lies in, and settings that stand above the folder's own; the database is not asked.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="ImportRefusedException">There is no such file in the folder, it cannot be read, or a setting makes no sense.</exception>
    public static FileExplanation Explain(string file, ImportOptions options, CancellationToken ct)
    {
        var settings = ImportSettings.Resolve(options);
        var filePath = PathBelow(settings.Root, Path.GetFullPath(file));
        var scan = FolderScanner.ScanOrRefuse(settings, ct);
        return new FileExplainer(scan, filePath, Read(file)).Explain(settings, ct);
    }

    private FileExplanation Explain(ImportSettings settings, CancellationToken ct)
    {
        var (article, findings) = Parse(settings);
        var fields = article is null ? [] : FieldPrinter.Print(article, settings.DefaultLocale).ToList();
        return new FileExplanation
        {
            Folder = settings.Root,
            FilePath = _filePath,
            Dialect = settings.Dialect.Dialect,
            DialectReason = settings.Dialect.Reason,
            Encoding = settings.Encoding,
            IsImported = _scan.Articles.Any(x => x.Path == _filePath),
            Article = article,
            Fields = [.. fields.Select(x => new ExplainedField(x.Key, x.Value, OriginOf(article!, x.Key) ?? AssumedOrigin(article!, settings, x.Key)))],
            Others = ReadAsOthers(settings, fields, ct),
            Diagnostics = findings,
        };
    }

    // What the site itself says stays: the difference is what the rules alone make of the file.
    private List<OtherReading> ReadAsOthers(ImportSettings own, List<KeyValuePair<string, string>> fields, CancellationToken ct)
    {
        var readings = new List<OtherReading>();
        foreach (var dialect in Enum.GetValues<Dialect>().Where(x => x != own.Dialect.Dialect))
        {
            ct.ThrowIfCancellationRequested();
            var (article, _) = Parse(own with { Dialect = own.Dialect with { Dialect = dialect } });
            var differences = article is null ? [] : Compare(fields, article, own.DefaultLocale);
            var isRejected = article is null && fields.Count > 0;
            var same = readings.FindIndex(x => x.IsRejected == isRejected && x.Differences.Select(Key).SequenceEqual(differences.Select(Key)));
            if (same < 0)
                readings.Add(new OtherReading([dialect], differences, isRejected));
            else
                readings[same] = readings[same] with { Dialects = [.. readings[same].Dialects, dialect] };
        }

        return readings;

        static (string, string) Key(ExplainedField field) => (field.Name, field.Value);
    }

    private static List<ExplainedField> Compare(List<KeyValuePair<string, string>> all, ParsedArticle other, string defaultLocale)
    {
        var own = all.Where(x => !Shadows.Contains(x.Key)).ToList();
        var theirs = FieldPrinter.Print(other, defaultLocale).Where(x => !Shadows.Contains(x.Key)).ToList();
        var missing = own.Where(x => !theirs.Exists(y => y.Key == x.Key)).Select(x => new ExplainedField(x.Key, "", null));
        var changed = theirs.Where(x => !own.Contains(x)).Select(x => new ExplainedField(x.Key, x.Value, OriginOf(other, x.Key)));
        return [.. changed, .. missing];
    }

    private (ParsedArticle? Article, IReadOnlyList<Diagnostic> Findings) Parse(ImportSettings settings)
    {
        var images = new ImageMapper(settings, _filePath, new ImageResolver(settings, _scan.Images), new ImageMeasurer(stamps: null));
        var links = new LinkMapper(_filePath, new LinkResolver(settings, _scan), new LinkPaths(settings.ToParseOptions(), _scan));
        var options = settings.ToParseOptions() with { TracksOrigins = true, ResolveImage = images.UrlOf, ResolveLink = links.TargetOf };
        var (article, findings) = new ArticleParser(options).Parse(_filePath, _content);
        foreach (var image in article?.Images ?? [])
            images.Add(image, Guid.Empty, "");
        var all = FindingReader.Read([.. findings, .. images.Diagnostics], _content, settings.Encoding);
        return (article, [.. all.Select(x => x.Diagnostic).OrderBy(x => x.Line).ThenBy(x => x.Column)]);
    }

    // What no key of the article says.
    private static FieldOrigin? AssumedOrigin(ParsedArticle article, ImportSettings settings, string field) => field switch
    {
        "locale" => new FieldOrigin(field, settings.Facts.DefaultLocale is null ? FieldOriginKind.Assumed : FieldOriginKind.Site),
        "status" => new FieldOrigin(field, FieldOriginKind.Assumed, Note: article switch
        {
            { PublishedAt: not null, ExpiresAt: not null } => "from publishedAt until expiresAt",
            { PublishedAt: not null } => "from publishedAt",
            { ExpiresAt: not null } => "until expiresAt",
            _ => null,
        }),
        _ => null,
    };

    private static FieldOrigin? OriginOf(ParsedArticle article, string field) => article.Origins.FirstOrDefault(x => x.Field == field);

    private static byte[] Read(string file)
    {
        try
        {
            var info = new FileInfo(file);
            if (info.Length > ArticleParser.MaxBytes)
                throw new ImportRefusedException($"{file} has {info.Length} bytes; articles have at most {ArticleParser.MaxBytes}.");

            // What has no length may be a pipe or a device, whose reading would not end.
            return info.Length == 0 ? [] : File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException(File.Exists(file) ? $"{file} cannot be read: {e.Message}" : $"There is no file {file}.");
        }
    }

    private static string PathBelow(string root, string file)
    {
        var path = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/');
        return Path.IsPathRooted(path) || path == ".." || path.StartsWith("../", StringComparison.Ordinal)
            ? throw new ImportRefusedException($"{file} does not lie in the folder {root}.")
            : path;
    }
}
