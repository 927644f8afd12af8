using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Filters;

/// <summary>A field of a <c>…FilterInput</c> but for and, or, not: says what it compiles to.</summary>
internal abstract record FilterField
{
    /// <summary>Gives the condition on a row; null when it restricts nothing.</summary>
    /// <param name="operand">The field's value, not null.</param>
    /// <param name="row">The row that is tested.</param>
    /// <param name="scope">The list, or what else is filtered.</param>
    public abstract string? Plan(InputValue operand, RowScope row, FieldScope scope);

    /// <summary>Tells whether the condition holds where there is no row: an article without a cover, a category without a parent.</summary>
    /// <param name="operand">The field's value, not null.</param>
    public virtual bool MatchesMissing(InputValue operand) => throw new InvalidOperationException($"{GetType().Name} is of no row that may be missing.");
}
