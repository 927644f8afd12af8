namespace ContentApi.GraphQL.Planning;

/// <summary>The edge of a list that is reached through no edge table: a root list.</summary>
internal sealed class NoEdge : RowScope
{
    public static readonly NoEdge Instance = new();

    /// <inheritdoc/>
    public override string this[string column] => throw new InvalidOperationException($"A root list has no edge column '{column}'.");
}
