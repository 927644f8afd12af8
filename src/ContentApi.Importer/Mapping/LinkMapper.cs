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
    private static readonly string ShowingTitles = NameOf(LinkSyntax.Post);

    private readonly List<(ParsedLink Link, string? File, string? Path)> _links = [];

    /// <summary>The word that is stored for a syntax.</summary>
    public static string NameOf(LinkSyntax syntax) => syntax.ToString().ToUpperInvariant();

    /// <summary>True for the word of a syntax in which the text of a link may be the title of its target.</summary>
    public static bool ShowsTitle(string syntax) => syntax == ShowingTitles;

    /// <summary>What is kept of links until all paths are known: those that lead to a file, each once.</summary>
    public static IReadOnlyList<StagedLink> ToStaged(IEnumerable<ArticleLinkRow> links) =>
        [.. links.Where(x => x.TargetFilePath is not null).Select(x => new StagedLink(x.TargetFilePath!, x.TargetPath, ShowsTitle(x.Syntax))).Distinct()];

    /// <summary>What a link means; null when it need not be a file.</summary>
    public LinkTarget? TargetOf(ParsedLink link)
    {
        var file = resolver.Find(filePath, link.Syntax, link.Address);
        var head = file is null ? null : paths.Of(file);
        _links.Add((link, file, head?.Path));
        if (head is not null)
            return new LinkTarget(head.Path) { Title = paths.TitleOf(head) };
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
            Syntax = NameOf(x.Link.Syntax),
            Address = x.Link.Address,
            TargetFilePath = x.File,
            TargetPath = x.Path,
        }),
    ];
}
