using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Redirect: its row is that of the article, its parent the former path.</summary>
internal static class RedirectFields
{
    private const string IsAlias = "is_alias";
    private static readonly string Path = Column<ArticleRedirectRow>.Name(x => x.Path);
    private static readonly string ArticleId = Column<ArticleRedirectRow>.Name(x => x.ArticleId);

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["from"] = scope => new OutputScalar(scope.Owner.Parent![Path], JsonForm.Text, IsNullable: false),
        ["to"] = Column<ArticleRow>.Text(x => x.Path),

        // A path that an article has left, or gives as a former one, does not come back by itself.
        ["permanent"] = _ => new OutputLiteral("true"),
        ["article"] = scope => scope.Planner.Object(scope, Entities.Article.TypeName, scope.Owner with { Parent = null }),
    };

    /// <summary>
    /// By path, where no article that the caller sees has that path. Paths that imports noted come before those that files
    /// give; of several of a kind, the one of the article that a look-up puts first.
    /// </summary>
    public static OutputRow Find(FieldScope scope)
    {
        var path = Lookups.ArticlePath(scope, scope.Arguments.Find("path")!);
        var former = new TableScope(scope.Planner.NewAlias("f"));
        var target = Entities.Article.Rows(scope);
        var rows = new Rowset
        {
            From = $"({FormerPaths(path)}) {former.Alias} join {target.From} on {target.Node["id"]} = {former[ArticleId]}",
            Node = target.Node,
            NaturalOrder = [former[IsAlias], .. Lookups.ArticleOrder(scope, target.Node)],
        };
        rows.Conditions.AddRange(target.Conditions);
        var current = Entities.Article.Rows(scope);
        current.Conditions.Insert(0, $"{current.Node[Column<ArticleRow>.Name(x => x.Path)]} = {path}");
        rows.Conditions.Add($"not exists(select 1 from {current.From} where {string.Join(" and ", current.Conditions)})");
        return new OutputRow(rows, scope.Planner.Object(scope, "Redirect", scope.Owner with { Row = rows.Node, Parent = former }));
    }

    private static string FormerPaths(string path)
    {
        var (moved, alias) = (TableMap.Of<ArticleRedirectRow>(), TableMap.Of<ArticleAliasRow>());
        return $"select {Path}, {ArticleId}, false as {IsAlias} from {moved.Name} where {Path} = {path} "
            + $"union all select {alias.Column(x => x.Path)}, {alias.Column(x => x.ArticleId)}, true from {alias.Name} where {alias.Column(x => x.Path)} = {path}";
    }
}
