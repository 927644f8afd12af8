using System.Linq.Expressions;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Author.</summary>
internal static class AuthorFields
{
    private static readonly string Avatar = Column<AuthorRow>.Name(x => x.AvatarId);
    private static readonly string EdgeAvatar = Column<ArticleAuthorRow>.Name(x => x.AvatarId);
    private static readonly string EdgeAvatarUrl = Column<ArticleAuthorRow>.Name(x => x.AvatarUrl);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<AuthorRow>.GlobalId("Author", x => x.Id),
        ["slug"] = Column<AuthorRow>.Text(x => x.Slug),
        ["name"] = Column<AuthorRow>.Text(x => x.Name),
        ["url"] = Text(x => x.Url, x => x.Url),
        ["bio"] = Text(x => x.Bio, x => x.Bio),
        ["email"] = Text(x => x.Email, x => x.Email),
        ["params"] = Params,
        ["avatar"] = scope => References.One(scope, Entities.Image, Entities.ArticleAuthor.FirstOf(scope, Avatar, EdgeAvatar, EdgeAvatarUrl)),
        ["articles"] = scope => Entities.ArticleAuthor.ArticleConnection(scope),
        ["articleCount"] = scope => OutputCount.Of(Entities.ArticleAuthor.Articles(scope)),
    };

    private static OutputScalar Params(FieldScope scope)
    {
        var (column, edgeColumn) = (Column<AuthorRow>.Name(x => x.Params), Column<ArticleAuthorRow>.Name(x => x.Params));
        return new OutputScalar($"coalesce({Entities.ArticleAuthor.FirstOf(scope, column, edgeColumn, edgeColumn)}, '{{}}')", JsonForm.Json, IsNullable: false);
    }

    private static FieldMapping Text(Expression<Func<AuthorRow, object?>> ofAll, Expression<Func<ArticleAuthorRow, object?>> ofOne)
    {
        var (column, edgeColumn) = (Column<AuthorRow>.Name(ofAll), Column<ArticleAuthorRow>.Name(ofOne));
        return scope => new OutputScalar(Entities.ArticleAuthor.FirstOf(scope, column, edgeColumn, edgeColumn), JsonForm.Text, IsNullable: true);
    }
}
