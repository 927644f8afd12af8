using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>The articles that articles name in their front matter.</summary>
internal static class CustomReferences
{
    private static readonly string SourceId = Column<ArticleRow>.Name(x => x.SourceId);

    /// <summary>The articles that the caller sees of those that a field names, in the order of the file. Kinds are not told apart: a page is named as an article is.</summary>
    public static Rowset Rows(string field, RowScope row, FieldScope scope)
    {
        var link = new TableScope(scope.Planner.NewAlias("l"));
        var node = new TableScope(scope.Planner.NewAlias(Entities.Article.Alias));
        var rows = new Rowset
        {
            From = $"{TableMap.Of<ArticleLinkRow>().Name} {link.Alias} join {Entities.Article.Table} {node.Alias} "
                + $"on {node[SourceId]} = {row[SourceId]} and {node[Column<ArticleRow>.Name(x => x.FilePath)]} = {link[Column<ArticleLinkRow>.Name(x => x.TargetFilePath)]}",
            Node = node,
            NaturalOrder = [link[Column<ArticleLinkRow>.Name(x => x.Position)]],
        };
        rows.Conditions.Add($"{link[Column<ArticleLinkRow>.Name(x => x.ArticleId)]} = {row["id"]}");
        rows.Conditions.Add($"{link[Column<ArticleLinkRow>.Name(x => x.Field)]} = '{field}'");
        if (!scope.Owner.IsPreview)
        {
            rows.Conditions.Add(ArticleVisibility.IsPublic(node, scope));
        }

        return rows;
    }
}
