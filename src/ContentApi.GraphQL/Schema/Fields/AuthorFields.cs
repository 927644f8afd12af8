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
    private static readonly string EdgeAuthor = Column<ArticleAuthorRow>.Name(x => x.AuthorId);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["id"] = Column<AuthorRow>.GlobalId("Author", x => x.Id),
        ["slug"] = Column<AuthorRow>.Text(x => x.Slug),
        ["name"] = Column<AuthorRow>.Text(x => x.Name),
        ["url"] = Text(x => x.Url, x => x.Url),
        ["bio"] = Text(x => x.Bio, x => x.Bio),
        ["avatar"] = scope => References.One(scope, Entities.Image, Shown(scope, Avatar, EdgeAvatar, EdgeAvatarUrl)),
        ["articles"] = scope => ConnectionPlanner.Plan(scope, Entities.Article, Entities.ArticleAuthor.Articles(scope)),
        ["articleCount"] = scope => new OutputCount(Entities.ArticleAuthor.Articles(scope)),
    };

    private static FieldMapping Text(Expression<Func<AuthorRow, object?>> ofAll, Expression<Func<ArticleAuthorRow, object?>> ofOne)
    {
        var (column, edgeColumn) = (Column<AuthorRow>.Name(ofAll), Column<ArticleAuthorRow>.Name(ofOne));
        return scope => new OutputScalar(Shown(scope, column, edgeColumn, edgeColumn), JsonForm.Text, IsNullable: true);
    }

    /// <summary>
    /// Gives the first of what the articles that the caller sees say of an author, as an expression. The author's own row
    /// holds the first of all articles, hidden ones included: where it is null there is nothing to look for, and where a
    /// visible article says the same the search ends there.
    /// </summary>
    private static string Shown(FieldScope scope, string column, string edgeColumn, string orderColumn)
    {
        var first = scope.Row[column];
        if (scope.Owner.IsPreview)
        {
            return first;
        }

        var (same, other) = (new TableScope(scope.Planner.NewAlias("e")), new TableScope(scope.Planner.NewAlias("e")));
        return $"case when {first} is null then null "
            + $"when exists(select 1 from {From(same)} and {same[edgeColumn]} = {first}) then {first} "
            + $"else (select {other[edgeColumn]} from {From(other)} and {other[edgeColumn]} is not null order by {Order(other)} limit 1) end";

        string From(TableScope edge) =>
            $"{ArticleEdge<ArticleAuthorRow>.Table} {edge.Alias} where {edge[EdgeAuthor]} = {scope.Row["id"]} and {ArticleVisibility.IsPublic(edge, scope)}";

        string Order(TableScope edge) => orderColumn == edgeColumn ? edge[edgeColumn] : $"{edge[orderColumn]}, {edge[edgeColumn]}";
    }
}
