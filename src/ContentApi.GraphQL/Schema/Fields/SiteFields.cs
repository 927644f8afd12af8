using System.Linq.Expressions;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Site: settings of the first source by name that has them, and the state of the content.</summary>
internal static class SiteFields
{
    public static readonly IReadOnlyDictionary<string, FieldMapping> Map = new Dictionary<string, FieldMapping>
    {
        ["title"] = Setting(x => x.Title),
        ["url"] = Setting(x => x.Url),
        ["defaultLocale"] = Setting(x => x.DefaultLocale, fallback: "en"),
        ["locales"] = Locales,
        ["timeZone"] = Setting(x => x.TimeZone, fallback: "UTC"),
        ["contentVersion"] = Column<ContentStateRow>.Number(x => x.Version),
        ["updatedAt"] = Column<ContentStateRow>.Instant(x => x.UpdatedAt),
        ["articleCount"] = scope => OutputCount.Of(ArticleVisibility.List(scope)),
    };

    private static FieldMapping Setting(Expression<Func<SourceRow, object?>> property, string? fallback = null)
    {
        var source = TableMap.Of<SourceRow>();
        var column = source.Column(property);
        return scope =>
        {
            var alias = scope.Planner.NewAlias("s");
            var first = $"(select {alias}.{column} from {source.Name} {alias} where {alias}.{column} is not null order by {alias}.{source.Column(x => x.Name)} limit 1)";
            return new OutputScalar(fallback is null ? first : $"coalesce({first}, '{fallback}')", JsonForm.Text, IsNullable: fallback is null);
        };
    }

    private static OutputScalar Locales(FieldScope scope)
    {
        var article = new TableScope(scope.Planner.NewAlias(Entities.Article.Alias));
        var locale = Column<ArticleRow>.Name(x => x.Locale);
        var distinct = $"select distinct {article[locale]} as locale from {Entities.Article.Table} {article.Alias} where {ArticleVisibility.IsPublic(article, scope)}";
        var list = scope.Planner.NewAlias("d");
        return new OutputScalar(
            $"(select concat('[', string_agg(to_json({list}.locale)::text, ',' order by {list}.locale), ']') from ({distinct}) {list})",
            JsonForm.Json,
            IsNullable: false);
    }
}
