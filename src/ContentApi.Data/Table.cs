using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ContentApi.Data;

/// <summary>Names of one table, read from the EF Core model, so that SQL written elsewhere cannot drift from it.</summary>
/// <typeparam name="TRow">The row class of the table.</typeparam>
public sealed class Table<TRow>
{
    private readonly IEntityType _entity;
    private readonly StoreObjectIdentifier _table;

    internal Table(IModel model)
    {
        _entity = model.FindEntityType(typeof(TRow)) ?? throw new ArgumentException($"{typeof(TRow).Name} is no table of the model.", nameof(model));
        Name = _entity.GetTableName()!;
        _table = StoreObjectIdentifier.Table(Name, _entity.GetSchema());
    }

    /// <summary>The table's name; it needs no quotes.</summary>
    public string Name { get; }

    /// <summary>Gives the name of a property's column; it needs no quotes.</summary>
    public string Column(Expression<Func<TRow, object?>> property) => ColumnOf(Find(property));

    /// <summary>True when the column may hold null.</summary>
    public bool IsNullable(Expression<Func<TRow, object?>> property) => Find(property).IsNullable;

    /// <summary>Names of all columns that are written, in the order of the model; generated ones are left out.</summary>
    public IReadOnlyList<string> WritableColumns =>
        [.. _entity.GetProperties().Where(p => p.GetComputedColumnSql() is null).Select(ColumnOf)];

    /// <summary>Names of the columns of the primary key.</summary>
    public IReadOnlyList<string> KeyColumns => [.. _entity.FindPrimaryKey()!.Properties.Select(ColumnOf)];

    /// <summary>True for a column of type <c>json</c>, whose values can only be compared as text.</summary>
    public bool IsJson(Expression<Func<TRow, object?>> property) => Find(property).GetColumnType() == "json";

    private IProperty Find(Expression<Func<TRow, object?>> property)
    {
        var body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } convert ? convert.Operand : property.Body;
        return body is MemberExpression member && _entity.FindProperty(member.Member.Name) is { } found
            ? found
            : throw new ArgumentException($"{property} names no column of {Name}.", nameof(property));
    }

    private string ColumnOf(IProperty property) =>
        property.GetColumnName(_table) ?? throw new ArgumentException($"{property.Name} has no column in {Name}.", nameof(property));
}
