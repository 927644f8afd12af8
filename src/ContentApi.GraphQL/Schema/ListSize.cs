namespace ContentApi.GraphQL.Schema;

/// <summary>How many items a list is reckoned to have: <c>@listSize</c> of the schema.</summary>
/// <param name="AssumedSize">The number where no argument tells it.</param>
/// <param name="SlicingArguments">Arguments that tell the number.</param>
/// <param name="SlicingDefault">The number when none of these is given; null for <paramref name="AssumedSize"/>.</param>
/// <param name="SizedFields">Fields of the answer that have this many items; empty when the field itself has.</param>
internal sealed record ListSize(int AssumedSize, IReadOnlyList<string> SlicingArguments, int? SlicingDefault, IReadOnlyList<string> SizedFields);
