using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>ArticleFacets, and the counts that it gives.</summary>
internal static class FacetFields
{
    private const int DefaultSize = 20;

    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["categories"] = Categories,
        ["tags"] = scope => List(scope, "TagCount", Entities.ArticleTag.CountedIn(scope, Entities.Tag, Size(scope, DefaultSize))),
        ["authors"] = scope => List(scope, "AuthorCount", Entities.ArticleAuthor.CountedIn(scope, Entities.Author, Size(scope, DefaultSize))),
        ["locales"] = Locales,
        ["archive"] = ArchiveFields.Archive,
        ["params"] = Params,
    };

    public static readonly IReadOnlyDictionary<string, FieldMapping> CategoryCount = CountOf("category", Entities.Category);
    public static readonly IReadOnlyDictionary<string, FieldMapping> TagCount = CountOf("tag", Entities.Tag);
    public static readonly IReadOnlyDictionary<string, FieldMapping> AuthorCount = CountOf("author", Entities.Author);

    public static readonly IReadOnlyDictionary<string, FieldMapping> ValueCount = new Dictionary<string, FieldMapping>
    {
        ["value"] = scope => new OutputScalar(scope.Row["value"], JsonForm.Text, IsNullable: false),
        ["count"] = Count,
    };

    /// <summary>The facets of a list.</summary>
    /// <param name="scope">The field that gives them.</param>
    /// <param name="list">The field whose articles are counted.</param>
    /// <param name="articles">These articles.</param>
    public static OutputCommonTable Of(FieldScope scope, FieldScope list, Rowset articles)
    {
        var set = new FacetScope(list, articles);
        var item = scope.Planner.Object(scope, "ArticleFacets", scope.Owner with { Row = set, Parent = null });
        return new OutputCommonTable(set.Columns, articles, set.Article, item);
    }

    /// <summary>A list of rows with a count.</summary>
    public static OutputList List(FieldScope scope, string typeName, Rowset rows) =>
        new(rows, scope.Planner.Object(scope, typeName, scope.Owner with { Row = rows.Node, Parent = null }));

    /// <summary>Gives the argument <c>first</c> of a list of counts.</summary>
    public static int Size(FieldScope scope, int fallback) => scope.Arguments.Int("first", fallback, minimum: 1, maximum: 50);

    private static Dictionary<string, FieldMapping> CountOf(string name, Entity entity) => new()
    {
        [name] = scope => scope.Planner.Object(scope, entity.TypeName, scope.Owner),
        ["count"] = Count,
    };

    private static OutputScalar Count(FieldScope scope) => new(scope.Row["count"], JsonForm.Number, IsNullable: false);

    private static OutputList Categories(FieldScope scope)
    {
        var level = new TableScope(scope.Planner.NewAlias(Entities.Category.Alias));
        var parent = level[Column<CategoryRow>.Name(x => x.ParentId)];
        var condition = scope.Arguments.Find("parent") is { } id ? $"{parent} = {Lookups.Key(scope, id, "Category")}" : $"{parent} is null";
        var onLevel = $"(select {level["id"]} from {Entities.Category.Table} {level.Alias} where {condition})";
        return List(scope, "CategoryCount", Entities.ArticleCategory.CountedIn(scope, Entities.Category, Size(scope, DefaultSize), onLevel));
    }

    private static OutputList Locales(FieldScope scope)
    {
        var set = (FacetScope)scope.Row;
        var locale = set[Column<ArticleRow>.Name(x => x.Locale)];
        return Values(scope, $"select {locale} as value, count(*) as count from {set.Name} group by {locale}");
    }

    // An element that an array repeats counts once for the article.
    private static OutputList Params(FieldScope scope)
    {
        var set = (FacetScope)scope.Row;
        var key = scope.Parameters.Add(scope.Arguments.Find("key")!, NpgsqlDbType.Text, value => (string)((ScalarInput)value).Value);
        var value = $"{set[Column<ArticleRow>.Name(x => x.Params)]} -> {key}";
        var (element, distinct) = (scope.Planner.NewAlias("p"), scope.Planner.NewAlias("p"));
        var elements = $"json_array_elements(case json_typeof({value}) when 'array' then {value} else json_build_array({value}) end)";
        var values = $"select distinct {element}.value #>> '{{}}' as value from {elements} {element}(value) where json_typeof({element}.value) in ('string', 'number', 'boolean')";
        return Values(
            scope,
            $"select {distinct}.value, count(*) as count from {set.Name} cross join lateral ({values}) {distinct} "
            + $"group by {distinct}.value order by count(*) desc, {distinct}.value limit {Size(scope, DefaultSize)}");
    }

    private static OutputList Values(FieldScope scope, string counts)
    {
        var row = new TableScope(scope.Planner.NewAlias("v"));
        return List(scope, "ValueCount", new Rowset { From = $"({counts}) {row.Alias}", Node = row, NaturalOrder = [$"{row["count"]} desc", row["value"]] });
    }
}
