using System.Linq.Expressions;
using ContentApi.Data;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Mappings to columns; names and nullability come from the EF Core model.</summary>
/// <typeparam name="TRow">Row class of the table that the object's row is of.</typeparam>
internal static class Column<TRow>
{
    /// <summary>Escaped text.</summary>
    public static FieldMapping Text(Expression<Func<TRow, object?>> property) => Of(property, JsonForm.Text);

    /// <summary>Text that needs no escapes.</summary>
    public static FieldMapping Word(Expression<Func<TRow, object?>> property) => Of(property, JsonForm.Word);

    /// <summary>A number.</summary>
    public static FieldMapping Number(Expression<Func<TRow, object?>> property) => Of(property, JsonForm.Number);

    /// <summary>true or false.</summary>
    public static FieldMapping Boolean(Expression<Func<TRow, object?>> property) => Of(property, JsonForm.Boolean);

    /// <summary>An instant.</summary>
    public static FieldMapping Instant(Expression<Func<TRow, object?>> property) => Of(property, JsonForm.Instant);

    /// <summary>A key, as a global id.</summary>
    public static FieldMapping GlobalId(string typeName, Expression<Func<TRow, object?>> property)
    {
        var (name, isNullable) = Describe(property);
        return scope => new OutputScalar(GlobalIdSql.Write(typeName, scope.Row[name]), JsonForm.Word, isNullable);
    }

    /// <summary>An expression over a column for filters and orders.</summary>
    public static Func<RowScope, FieldScope, string> Expression(Expression<Func<TRow, object?>> property)
    {
        var name = Name(property);
        return (row, _) => row[name];
    }

    /// <summary>Name of the column.</summary>
    public static string Name(Expression<Func<TRow, object?>> property) => TableMap.Of<TRow>().Column(property);

    private static FieldMapping Of(Expression<Func<TRow, object?>> property, JsonForm form)
    {
        var (name, isNullable) = Describe(property);
        return scope => new OutputScalar(scope.Row[name], form, isNullable);
    }

    private static (string Name, bool IsNullable) Describe(Expression<Func<TRow, object?>> property) =>
        (Name(property), TableMap.Of<TRow>().IsNullable(property));
}
