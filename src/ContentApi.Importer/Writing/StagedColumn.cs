using System.Linq.Expressions;
using ContentApi.Data;
using NpgsqlTypes;

namespace ContentApi.Importer.Writing;

/// <summary>One column of a staging table.</summary>
/// <param name="Name">As in the database.</param>
/// <param name="Type">Type on the wire.</param>
/// <param name="Value">Reads it from a row.</param>
internal sealed record StagedColumn<TRow>(string Name, NpgsqlDbType Type, Func<TRow, object?> Value)
{
    public static StagedColumn<TRow> Of(Expression<Func<TRow, object?>> property, Table<TRow> table)
    {
        var body = property.Body is UnaryExpression convert ? convert.Operand : property.Body;
        return new StagedColumn<TRow>(table.Column(property), WireType(Nullable.GetUnderlyingType(body.Type) ?? body.Type), property.Compile());
    }

    // A column of type json takes the bytes of a text.
    private static NpgsqlDbType WireType(Type type)
    {
        if (type == typeof(Guid))
            return NpgsqlDbType.Uuid;
        if (type == typeof(string))
            return NpgsqlDbType.Text;
        if (type == typeof(string[]))
            return NpgsqlDbType.Array | NpgsqlDbType.Text;
        if (type == typeof(bool))
            return NpgsqlDbType.Boolean;
        if (type == typeof(int))
            return NpgsqlDbType.Integer;
        if (type == typeof(long))
            return NpgsqlDbType.Bigint;
        if (type == typeof(double))
            return NpgsqlDbType.Double;
        return type == typeof(DateTimeOffset) ? NpgsqlDbType.TimestampTz : throw new ArgumentException($"{type} has no type on the wire.", nameof(type));
    }
}
