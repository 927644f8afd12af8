using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using ContentApi.GraphQL.Schema.Fields;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>SQL of custom fields. The importer stores values that fit their types alone, so no cast fails.</summary>
internal static class CustomFieldSql
{
    // Below what an Int can be.
    private const string BelowIntegers = "-2147483649";

    private static readonly string Fields = Column<ArticleRow>.Name(x => x.Fields);

    /// <summary>What the field prints.</summary>
    public static FieldMapping Mapping(CustomField field) => field switch
    {
        { ItemType: CustomField.Reference, IsList: true } => scope => Targets(scope, CustomReferences.Rows(field.Name, scope.Row, scope)),
        { ItemType: CustomField.Reference } => scope => References.First(scope, Entities.Article, CustomReferences.Rows(field.Name, scope.Row, scope)),
        { IsList: true } => scope => new OutputScalar($"coalesce(({Json(field, scope.Row)})::text, '[]')", JsonForm.Json, IsNullable: false),
        _ => scope => new OutputScalar(Value(field, scope.Row), FormOf(field.ItemType), IsNullable: true),
    };

    /// <summary>The order by the field, null before everything; null when there is none.</summary>
    public static OrderField? Order(CustomField field) => field.IsList ? null : field.ItemType switch
    {
        "Int" => new OrderField(SortKeyType.Integer, (row, _) => $"coalesce(({Value(field, row)})::bigint, {BelowIntegers})"),
        "Float" => new OrderField(SortKeyType.Float, (row, _) => $"coalesce({Value(field, row)}, '-infinity'::float8)"),
        "Boolean" => new OrderField(SortKeyType.Integer, (row, _) => $"coalesce(({Value(field, row)})::integer, -1)::bigint"),
        "DateTime" => new OrderField(SortKeyType.Instant, (row, _) => $"coalesce({Value(field, row)}, '-infinity'::timestamptz)"),

        // With a letter before every text, that of no text is before the empty one.
        "String" or "LocalDate" or "URL" => new OrderField(SortKeyType.Text, (row, _) => $"coalesce('=' || ({Value(field, row)}), '')"),
        _ => null,
    };

    /// <summary>The value of a field that is no list, of its type; null when the article has none.</summary>
    public static string Value(CustomField field, RowScope row) => Cast($"{row[Fields]} ->> {Literal(field.StoredName)}", field.ItemType);

    /// <summary>The values of a list as JSON; null when the article has none.</summary>
    public static string Json(CustomField field, RowScope row) => $"{row[Fields]} -> {Literal(field.StoredName)}";

    /// <summary>Gives a stored text its type.</summary>
    public static string Cast(string text, string type) => type switch
    {
        "Int" => $"({text})::integer",
        "Float" => $"({text})::float8",
        "Boolean" => $"({text})::boolean",
        "DateTime" => $"({text})::timestamptz",
        _ => $"({text})",
    };

    private static OutputList Targets(FieldScope scope, Rowset rows) =>
        new(rows, scope.Planner.Object(scope, Entities.Article.TypeName, scope.Owner with { Row = rows.Node, Parent = null }));

    private static JsonForm FormOf(string type) => type switch
    {
        "Int" or "Float" => JsonForm.Number,
        "Boolean" => JsonForm.Boolean,
        "DateTime" => JsonForm.Instant,
        "LocalDate" => JsonForm.Word,
        "JSON" => JsonForm.Json,
        _ => JsonForm.Text,
    };

    // Names are made of letters and digits; it costs nothing not to rely on it.
    private static string Literal(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
