using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The fields of the query type.</summary>
internal static class QueryFields
{
    private const int MaximumTreeDepth = 32;

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["node"] = NodeFields.Node,
        ["nodes"] = NodeFields.Nodes,
        ["article"] = scope => Lookups.Article(WithPreview(scope)),
        ["articles"] = scope => Articles(WithPreview(scope)),
        ["category"] = Lookups.Category,
        ["categories"] = scope => ConnectionPlanner.Plan(scope, Entities.Category, Entities.Category.Rows(scope)),
        ["categoryTree"] = CategoryTree,
        ["author"] = scope => Lookups.BySlug(scope, Entities.Author, Column<AuthorRow>.Name(x => x.Slug), Column<AuthorRow>.Name(x => x.Name)),
        ["authors"] = scope => ConnectionPlanner.Plan(scope, Entities.Author, Entities.Author.Rows(scope)),
        ["image"] = Lookups.Image,
        ["images"] = scope => ConnectionPlanner.Plan(scope, Entities.Image, Entities.Image.Rows(scope)),
        ["tag"] = scope => Lookups.BySlug(scope, Entities.Tag, Column<TagRow>.Name(x => x.Slug), Column<TagRow>.Name(x => x.Name)),
        ["tags"] = scope => ConnectionPlanner.Plan(scope, Entities.Tag, Entities.Tag.Rows(scope)),
        ["archive"] = ArchiveFields.Archive,
        ["facets"] = Facets,
        ["redirect"] = scope => RedirectFields.Find(WithPreview(scope)),
        ["site"] = Site,
        ["diagnostics"] = scope => DiagnosticFields.List(scope),
        ["imports"] = ImportFields.List,
    };

    private static FieldScope WithPreview(FieldScope scope)
    {
        if (!scope.Arguments.Boolean("preview", fallback: false))
        {
            return scope;
        }

        return scope.Planner.IsEditor
            ? scope with { Owner = scope.Owner with { IsPreview = true } }
            : throw new ForbiddenError("Only editors may ask for a preview.");
    }

    private static OutputConnection Articles(FieldScope scope)
    {
        var lists = DrivingList.All(scope);
        return ConnectionPlanner.Plan(scope, Entities.Article, lists.Count == 0 ? AllArticles(scope) : lists[0](), alternatives: lists.Skip(1));
    }

    private static Rowset AllArticles(FieldScope scope)
    {
        var rows = ArticleVisibility.List(scope);
        rows.IsWhole = true;
        return rows;
    }

    private static OutputCommonTable Facets(FieldScope scope)
    {
        var rows = AllArticles(scope);
        FilterPlanner.AddTo(rows, Entities.Article, scope);
        return FacetFields.Of(scope, scope, rows);
    }

    private static OutputList CategoryTree(FieldScope scope)
    {
        var maxDepth = scope.Arguments.Int("maxDepth", fallback: 8, minimum: 1, maximum: MaximumTreeDepth);
        var category = TableMap.Of<CategoryRow>();
        var node = new TableScope(scope.Planner.NewAlias(Entities.Category.Alias));
        var from = $"{Entities.Category.Table} {node.Alias}";
        string inRange;
        if (scope.Arguments.Find("root") is { } root)
        {
            var closure = TableMap.Of<CategoryClosureRow>();
            var link = new TableScope(scope.Planner.NewAlias("l"));
            from = $"{closure.Name} {link.Alias} join {from} on {node["id"]} = {link[closure.Column(x => x.DescendantId)]}";
            inRange = $"{link[closure.Column(x => x.AncestorId)]} = {Lookups.Key(scope, root, "Category")} and {link[closure.Column(x => x.Distance)]} < {maxDepth}";
        }
        else
        {
            inRange = $"{node[category.Column(x => x.Depth)]} < {maxDepth}";
        }

        // Comparing paths segment by segment puts every category directly before its descendants.
        var rows = new Rowset { From = from, Node = node, NaturalOrder = [$"string_to_array({node[category.Column(x => x.Path)]}, '/')", node["id"]] };
        rows.Conditions.AddRange([inRange, Entities.ArticleCategory.HasArticle(node, scope)]);
        return new OutputList(rows, scope.Planner.Object(scope, "Category", scope.Owner with { Row = node }));
    }

    private static OutputRow Site(FieldScope scope)
    {
        var state = new TableScope(scope.Planner.NewAlias("v"));
        var rows = new Rowset { From = $"{TableMap.Of<ContentStateRow>().Name} {state.Alias}", Node = state };
        return new OutputRow(rows, scope.Planner.Object(scope, "Site", scope.Owner with { Row = state }));
    }
}
