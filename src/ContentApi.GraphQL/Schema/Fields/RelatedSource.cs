using ContentApi.GraphQL.Planning;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Something that an article can share with others, and so a source of related articles.</summary>
/// <param name="Reason">Value of the graph's <c>RelatedReason</c>.</param>
/// <param name="Weight">How much it tells, against the other sources.</param>
/// <param name="Candidates">
/// Gives a subselect of the columns <c>id</c>, the key of an article that shares it, and <c>among</c>, the number of articles that do. It
/// is bounded, and may give an article several times: once for everything that is shared.
/// </param>
internal sealed record RelatedSource(string Reason, double Weight, Func<FieldScope, string> Candidates);
