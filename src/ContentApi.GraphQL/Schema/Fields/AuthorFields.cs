using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Author.</summary>
internal static class AuthorFields
{
    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<AuthorRow>.GlobalId("Author", x => x.Id),
        ["slug"] = Column<AuthorRow>.Text(x => x.Slug),
        ["name"] = Column<AuthorRow>.Text(x => x.Name),
        ["url"] = Column<AuthorRow>.Text(x => x.Url),
        ["bio"] = Column<AuthorRow>.Text(x => x.Bio),
        ["avatar"] = scope => References.One(scope, Entities.Image, scope.Row[Column<AuthorRow>.Name(x => x.AvatarId)]),
        ["articles"] = scope => ConnectionPlanner.Plan(scope, Entities.Article, Entities.ArticleAuthor.Articles(scope)),
        ["articleCount"] = scope => new OutputCount(Entities.ArticleAuthor.Articles(scope)),
    };
}
