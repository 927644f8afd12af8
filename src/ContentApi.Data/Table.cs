using System.ComponentModel.DataAnnotations.Schema;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data;

/// <summary>
/// Names of one table, so that SQL written elsewhere cannot drift from the EF Core model. They come from the row class by the rules that the model
/// follows too; building the model itself costs most of a second, which every start would pay.
/// </summary>
/// <typeparam name="TRow">The row class of the table.</typeparam>
public sealed class Table<TRow>
{
    internal static readonly Table<TRow> Instance = new();

    private readonly NullabilityInfoContext _nullability = new();

    private Table()
    {
        Name = TableMap.NameOf(typeof(TRow));
        var keys = typeof(TRow).GetCustomAttribute<PrimaryKeyAttribute>()?.PropertyNames ?? ["Id"];
        KeyColumns = [.. keys.Select(ColumnOf)];
    }

    /// <summary>The table's name; it needs no quotes.</summary>
    public string Name { get; }

    /// <summary>Names of the columns of the primary key.</summary>
    public IReadOnlyList<string> KeyColumns { get; }

    /// <summary>Gives the name of a property's column; it needs no quotes.</summary>
    public string Column(Expression<Func<TRow, object?>> property) => ColumnOf(Find(property).Name);

    /// <summary>True when the column may hold null.</summary>
    public bool IsNullable(Expression<Func<TRow, object?>> property)
    {
        var found = Find(property);
        return found.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(found.PropertyType) is not null
            : _nullability.Create(found).ReadState == NullabilityState.Nullable;
    }

    /// <summary>True for a column of type <c>json</c>, whose values can only be compared as text.</summary>
    public bool IsJson(Expression<Func<TRow, object?>> property) => Find(property).GetCustomAttribute<ColumnAttribute>()?.TypeName == "json";

    /// <summary>True for a column of type <c>jsonb</c>.</summary>
    public bool IsBinaryJson(Expression<Func<TRow, object?>> property) => Find(property).GetCustomAttribute<ColumnAttribute>()?.TypeName == "jsonb";

    private PropertyInfo Find(Expression<Func<TRow, object?>> property)
    {
        var body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : property.Body;
        return body is MemberExpression { Expression: ParameterExpression, Member: PropertyInfo found }
            ? found
            : throw new ArgumentException($"{property} names no column of {Name}.", nameof(property));
    }

    private static string ColumnOf(string property) => JsonNamingPolicy.SnakeCaseLower.ConvertName(property);
}
