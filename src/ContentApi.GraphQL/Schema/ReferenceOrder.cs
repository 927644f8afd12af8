namespace ContentApi.GraphQL.Schema;

/// <summary>A field of a <c>…SortInput</c> that orders by the row which a key points at; rows without one are lowest.</summary>
/// <param name="Target">What the key points at; its orders are texts and whole numbers.</param>
/// <param name="ForeignKey">Column of the key.</param>
internal sealed record ReferenceOrder(Func<Entity> Target, string ForeignKey);
