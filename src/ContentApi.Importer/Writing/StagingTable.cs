using System.Linq.Expressions;
using ContentApi.Data;

namespace ContentApi.Importer.Writing;

/// <summary>Encodes rows of a table.</summary>
/// <typeparam name="TRow">The row class of the table.</typeparam>
internal sealed class StagingTable<TRow> : CopyTarget
{
    private readonly int _columns;
    private readonly Action<TRow, CopyBuffer> _write;

    /// <param name="properties">Those that files give.</param>
    public StagingTable(params Expression<Func<TRow, object?>>[] properties)
        : base(
            TableMap.Of<TRow>().Name,
            [.. properties.Select(TableMap.Of<TRow>().Column)],
            TableMap.Of<TRow>().KeyColumns,
            [.. properties.Where(TableMap.Of<TRow>().IsJson).Select(TableMap.Of<TRow>().Column)])
    {
        _columns = properties.Length;
        _write = CompileWrite(properties);
    }

    /// <exception cref="InvalidDataException">A text of the row cannot be stored; the message names its column.</exception>
    public void Encode(TRow row, CopyBuffer buffer)
    {
        buffer.StartRow(_columns);
        try
        {
            _write(row, buffer);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{Name}.{ColumnAt(buffer.Column)} has a character that cannot be stored", e);
        }
    }

    // One method for the whole row, which calls for each column what writes its type.
    private static Action<TRow, CopyBuffer> CompileWrite(Expression<Func<TRow, object?>>[] properties)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var buffer = Expression.Parameter(typeof(CopyBuffer), "buffer");
        var writes = properties.Select(property => TableMap.Of<TRow>().IsBinaryJson(property)
            ? Expression.Call(buffer, nameof(CopyBuffer.WriteBinaryJson), [], PropertyOf(property, row))
            : WriteOf(PropertyOf(property, row), buffer));
        return Expression.Lambda<Action<TRow, CopyBuffer>>(Expression.Block(writes), row, buffer).Compile();
    }

    private static MemberExpression PropertyOf(Expression<Func<TRow, object?>> property, ParameterExpression row)
    {
        var body = property.Body is UnaryExpression convert ? convert.Operand : property.Body;
        return Expression.MakeMemberAccess(row, ((MemberExpression)body).Member);
    }

    private static MethodCallExpression WriteOf(MemberExpression value, ParameterExpression buffer)
    {
        var type = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? typeof(Nullable<>).MakeGenericType(value.Type) : value.Type;
        var write = typeof(CopyBuffer).GetMethod(nameof(CopyBuffer.Write), [type]) ?? throw new ArgumentException($"{type} has no form on the wire.", nameof(value));
        return Expression.Call(buffer, write, Expression.Convert(value, type));
    }
}
