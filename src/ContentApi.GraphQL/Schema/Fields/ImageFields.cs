using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Image, and the edge that says how an article uses one.</summary>
internal static class ImageFields
{
    private static readonly string Alt = Column<ImageRow>.Name(x => x.Alt);
    private static readonly string EdgeAlt = Column<ArticleImageRow>.Name(x => x.Alt);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<ImageRow>.GlobalId("Image", x => x.Id),
        ["origin"] = Column<ImageRow>.Word(x => x.Origin),
        ["sourceUrl"] = Column<ImageRow>.Text(x => x.SourceUrl),
        ["url"] = Url,
        ["mimeType"] = Column<ImageRow>.Text(x => x.MimeType),
        ["byteSize"] = Column<ImageRow>.Number(x => x.ByteSize),
        ["contentHash"] = Column<ImageRow>.Word(x => x.ContentHash),
        ["alt"] = scope => new OutputScalar(Entities.ArticleImage.FirstOf(scope, Alt, EdgeAlt, EdgeAlt), JsonForm.Text, IsNullable: true),
        ["articles"] = scope => Entities.ArticleImage.ArticleConnection(scope),
    };

    public static readonly IReadOnlyDictionary<string, FieldMapping> Edge = new Dictionary<string, FieldMapping>
    {
        ["roles"] = scope => IsRootList(scope)
            ? new OutputLiteral("[]")
            : new OutputScalar(scope.Row[Column<ArticleImageRow>.Name(x => x.Roles)], JsonForm.Words, IsNullable: false),
        ["position"] = OnArticle(Column<ArticleImageRow>.Number(x => x.Position)),
        ["alt"] = OnArticle(Column<ArticleImageRow>.Text(x => x.Alt)),
        ["title"] = OnArticle(Column<ArticleImageRow>.Text(x => x.Title)),
        ["thumbnailUrl"] = OnArticle(Column<ArticleImageRow>.Text(x => x.ThumbnailUrl)),
    };

    /// <summary>Condition under which the public sees an image: a public article uses it, or names it as the portrait of an author.</summary>
    public static string IsPublic(RowScope image, FieldScope scope) =>
        $"({Entities.ArticleImage.HasArticle(image, scope)} or {Entities.ArticleAvatar.HasArticle(image, scope)})";

    // Local files are served by this server, below the address at which the caller reached it.
    private static OutputScalar Url(FieldScope scope)
    {
        var url = scope.Row[Column<ImageRow>.Name(x => x.Url)];
        var filePath = scope.Row[Column<ImageRow>.Name(x => x.FilePath)];
        return new OutputScalar($"case when {filePath} is null then {url} else {scope.Parameters.PublicBaseUrl()} || {url} end", JsonForm.Text, IsNullable: false);
    }

    private static FieldMapping OnArticle(FieldMapping column) => scope => IsRootList(scope) ? new OutputLiteral("null") : column(scope);

    private static bool IsRootList(FieldScope scope) => scope.Row is NoEdge;
}
