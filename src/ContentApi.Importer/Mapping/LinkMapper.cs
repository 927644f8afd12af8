using ContentApi.Data.Rows;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Turns the links of one article into addresses, and notes what they meant.</summary>
/// <param name="filePath">The article's file.</param>
/// <param name="resolver">Knows the files of the folder.</param>
/// <param name="paths">Knows their paths.</param>
internal sealed class LinkMapper(string filePath, LinkResolver resolver, LinkPaths paths)
{
    // The text of such a link may be the title of its target.
    private const LinkSyntax ShowingTitles = LinkSyntax.Post;

    private readonly List<(ParsedLink Link, string? File, string? Path)> _links = [];

    /// <summary>The word that is stored for a syntax.</summary>
    public static string NameOf(LinkSyntax syntax) => syntax.ToString().ToUpperInvariant();

    /// <summary>The word of the syntax in which the text of a link may be the title of its target.</summary>
    public static string ShowsTitle { get; } = NameOf(ShowingTitles);

    /// <summary>True when a link that was found leads to a file of the folder.</summary>
    public bool LeadToFiles => _links.Exists(x => x.File is not null);

    /// <summary>What a link means; null when it need not be a file.</summary>
    public LinkTarget? TargetOf(ParsedLink link)
    {
        var file = resolver.Find(filePath, link.Syntax, link.Address);
        var head = file is not null && link.Syntax == ShowingTitles ? paths.Of(file) : null;
        var path = file is null || link.Syntax == ShowingTitles ? head?.Path : paths.PathOf(file);
        _links.Add((link, file, path));
        if (path is not null)
            return new LinkTarget(path) { Title = head is null ? null : paths.TitleOf(head) };
        return file is not null || resolver.MustBeFile(link.Syntax, link.Address)
            ? new LinkTarget(null, resolver.FindNearest(filePath, link.Syntax, link.Address))
            : null;
    }

    /// <summary>One row a link, in the order in which they were found.</summary>
    public IReadOnlyList<ArticleLinkRow> Rows(Guid articleId) =>
    [
        .. _links.Select((x, i) => new ArticleLinkRow
        {
            ArticleId = articleId,
            Position = i,
            Field = x.Link.Field,
            Syntax = NameOf(x.Link.Syntax),
            Address = x.Link.Address,
            TargetFilePath = x.File,
            TargetPath = x.Path,
        }),
    ];
}
