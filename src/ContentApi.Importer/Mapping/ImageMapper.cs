using ContentApi.Data.Rows;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Mapping;

/// <summary>Turns the image addresses of one article into edges and images.</summary>
/// <param name="settings">The source of local images.</param>
/// <param name="filePath">The article's file.</param>
/// <param name="resolver">Knows the files of the folder.</param>
/// <param name="measurer">Reads them.</param>
internal sealed class ImageMapper(ImportSettings settings, string filePath, ImageResolver resolver, ImageMeasurer measurer)
{
    private static readonly (ImageRole Role, string Name)[] Roles =
        [.. Enum.GetValues<ImageRole>().Select(role => (role, role.ToString().ToUpperInvariant()))];

    private readonly Dictionary<string, ImageTarget> _targets = [];
    private readonly Dictionary<Guid, ArticleImageRow> _edges = [];
    private readonly List<ImageRow> _images = [];
    private readonly HashSet<Guid> _known = [];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>The image with the role COVER; null when there is none.</summary>
    public Guid? Cover { get; private set; }

    /// <summary>One for every image; two spellings of one address are one.</summary>
    public IReadOnlyList<ArticleImageRow> Edges => [.. _edges.Values];

    /// <summary>The images of <see cref="Edges"/> and the portraits.</summary>
    public IReadOnlyList<ImageRow> Images => _images;

    /// <summary>Addresses that mean nothing.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>The address to serve in the HTML; null keeps the one that is written.</summary>
    public string? UrlOf(string address) => TargetOf(address) is { Kind: not ImageTargetKind.Missing } target ? target.Url : null;

    public void Add(ParsedImage image, Guid articleId, string kind)
    {
        var target = TargetOf(image.Address);
        if (!_edges.TryGetValue(target.Id, out var edge))
        {
            edge = new ArticleImageRow
            {
                ArticleId = articleId,
                ImageId = target.Id,
                Position = _edges.Count,
                Kind = kind,
                Roles = [],
                SourceUrl = image.Address,
            };
            _edges.Add(target.Id, edge);
            AddRow(target, image.Address, image.Line, image.Column);
        }

        edge.Roles = [.. Roles.Where(x => edge.Roles.Contains(x.Name) || image.Roles.Contains(x.Role)).Select(x => x.Name)];
        edge.Alt ??= image.Alt;
        edge.Title ??= image.Title;
        edge.ThumbnailUrl ??= image.ThumbnailAddress;
        if (image.Roles.Contains(ImageRole.Cover))
            Cover ??= target.Id;
    }

    /// <summary>Takes a portrait, which is no image of the article itself.</summary>
    /// <param name="address">As written.</param>
    /// <param name="line">1-based line of the address.</param>
    /// <param name="column">1-based column of the address.</param>
    /// <returns>Key of the image.</returns>
    public Guid AddAvatar(string address, int line, int column)
    {
        var target = TargetOf(address);
        AddRow(target, address, line, column);
        return target.Id;
    }

    /// <summary>The row of a file, as it is now; null when it cannot be read.</summary>
    public static ImageRow? MakeFileRow(ImportSettings settings, SourceFile file, string sourceUrl, ImageMeasurer measurer)
    {
        if (measurer.Measure(file) is not { } measured)
            return null;
        var target = ImageTarget.ForFile(settings.SourceName, file);
        return new ImageRow
        {
            Id = target.Id,
            SourceId = settings.SourceId,
            Origin = "LOCAL",
            SourceUrl = sourceUrl,
            Url = target.Url,
            FilePath = file.Path,
            ByteSize = measured.ByteSize,
            ContentHash = measured.ContentHash,
            MimeType = measured.MimeType,
            FileStamp = measured.Stamp,
        };
    }

    private ImageTarget TargetOf(string address)
    {
        if (!_targets.TryGetValue(address, out var target))
            _targets[address] = target = resolver.Resolve(filePath, address);
        return target;
    }

    private void AddRow(ImageTarget target, string address, int line, int column)
    {
        if (!_known.Add(target.Id))
            return;
        var row = MakeRow(target, address);
        _images.Add(row);

        // The parser has reported templates, and a portrait of the registry is reported there, not in every article.
        if (row is { Origin: "LOCAL", FilePath: null } && !TemplateAddress.IsTemplate(address) && !settings.Authors.Registry.HasAvatar(address))
            ReportMissing(address, line, column);
    }

    private ImageRow MakeRow(ImageTarget target, string address) => target.Kind switch
    {
        ImageTargetKind.File when MakeFileRow(settings, target.File!, address, measurer) is { } row => row,
        ImageTargetKind.Remote => new ImageRow { Id = target.Id, Origin = "REMOTE", SourceUrl = address, Url = target.Url },
        _ => new ImageRow { Id = target.Id, SourceId = settings.SourceId, Origin = "LOCAL", SourceUrl = address, Url = target.Url },
    };

    private void ReportMissing(string address, int line, int column)
    {
        // What lies at the root of a site is often not in the folder of its articles.
        var isRooted = address.StartsWith('/');
        _diagnostics.Add(new Diagnostic(
            DiagnosticCode.MissingImage,
            isRooted ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            filePath,
            line,
            column,
            $"'{address}' is no readable image file of this folder; the address is kept as written.",
            isRooted ? "Give the site's address: siteUrl in contentapi.yaml." : null));
    }
}
