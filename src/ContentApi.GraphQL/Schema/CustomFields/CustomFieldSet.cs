using ContentApi.Data;
using ContentApi.GraphQL.Schema.Fields;
using ContentApi.GraphQL.Schema.Filters;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>What the fields that sources declare compile to. They are fields of Article; of a name that the graph has itself, the graph's own counts.</summary>
internal sealed class CustomFieldSet
{
    private readonly Dictionary<string, FieldMapping> _fields = [];
    private readonly Dictionary<string, FilterField> _filters = [];
    private readonly Dictionary<string, OrderField> _orders = [];

    /// <param name="fields">The declared fields, each name once.</param>
    public CustomFieldSet(IReadOnlyList<CustomField> fields)
    {
        All = [.. fields.Where(field => !ContentSchema.HasOwn(field.Name) && field.Name != CustomField.Related)];
        foreach (var field in All)
        {
            _fields[field.Name] = CustomFieldSql.Mapping(field);
            if (CustomFilters.Find(field) is { } filter)
            {
                _filters[field.Name] = filter;
            }

            if (CustomFieldSql.Order(field) is { } order)
            {
                _orders[field.Name] = order;
            }
        }
    }

    /// <summary>Those that the graph takes.</summary>
    public IReadOnlyList<CustomField> All { get; }

    /// <summary>Gives a field's mapping; null when it is none of these.</summary>
    public FieldMapping? FindField(string typeName, string fieldName) => typeName == Entities.Article.TypeName ? _fields.GetValueOrDefault(fieldName) : null;

    /// <summary>Gives a filter; null when it is none of these.</summary>
    public FilterField? FindFilter(Entity entity, string name) => entity == Entities.Article ? _filters.GetValueOrDefault(name) : null;

    /// <summary>Gives an order; null when it is none of these.</summary>
    public OrderField? FindOrder(Entity entity, string name) => entity == Entities.Article ? _orders.GetValueOrDefault(name) : null;
}
