using ContentApi.Data;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema.Fields;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>Filters on custom fields.</summary>
internal static class CustomFilters
{
    /// <summary>The filter of a field; null when it has none.</summary>
    public static FilterField? Find(CustomField field) => field switch
    {
        { ItemType: CustomField.Reference, IsList: true } => new ListFilter(() => Entities.Article, (scope, _) => CustomReferences.Rows(field.Name, scope.Row, scope)),
        { ItemType: CustomField.Reference } => new CustomReferenceFilter(field),
        _ when TypeOf(field.ItemType) is not { } => null,
        { IsList: true } => new CustomListFilter(field),
        _ => OnValue(field.ItemType, (row, _) => CustomFieldSql.Value(field, row)),
    };

    /// <summary>A filter on values of a type.</summary>
    public static ValueFilter OnValue(string type, Func<RowScope, FieldScope, string> expression) => TypeOf(type) == FilterType.Instant
        ? new ValueFilter(FilterType.Instant, (row, scope) => $"coalesce({expression(row, scope)}, '-infinity')")
        : new ValueFilter(TypeOf(type)!.Value, expression);

    private static FilterType? TypeOf(string type) => type switch
    {
        "Int" => FilterType.Integer,
        "Float" => FilterType.Float,
        "Boolean" => FilterType.Boolean,
        "DateTime" => FilterType.Instant,
        "String" or "LocalDate" or "URL" => FilterType.Text,
        _ => null,
    };
}
