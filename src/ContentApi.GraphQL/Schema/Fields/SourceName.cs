using System.Linq.Expressions;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>The name of the source that a row belongs to.</summary>
internal static class SourceName
{
    /// <summary>Gives the name as an expression.</summary>
    public static string Of(string sourceId, FieldScope scope)
    {
        var source = TableMap.Of<SourceRow>();
        var alias = scope.Planner.NewAlias("s");
        return $"(select {alias}.{source.Column(x => x.Name)} from {source.Name} {alias} where {alias}.{source.Column(x => x.Id)} = {sourceId})";
    }

    /// <summary>A field that prints the name.</summary>
    public static FieldMapping Field<TRow>(Expression<Func<TRow, object?>> sourceId)
    {
        var column = Column<TRow>.Name(sourceId);
        return scope => new OutputScalar(Of(scope.Row[column], scope), JsonForm.Text, IsNullable: false);
    }
}
