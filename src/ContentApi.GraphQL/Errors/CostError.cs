using System.Globalization;

namespace ContentApi.GraphQL.Errors;

/// <summary>The operation is reckoned to cost more than is answered.</summary>
/// <param name="kind"><c>fieldCost</c> or <c>typeCost</c>, as <c>extensions</c> name it.</param>
/// <param name="cost">What it costs.</param>
/// <param name="maximum">What is answered.</param>
internal sealed class CostError(string kind, double cost, double maximum) : RequestError(
    ErrorCode.Cost,
    string.Create(CultureInfo.InvariantCulture, $"The operation has a {kind} of {cost}; at most {maximum} is answered. Ask for smaller pages, or fewer lists inside lists."))
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, double> Details { get; } = new Dictionary<string, double>
    {
        [kind] = cost,
        [$"max{char.ToUpperInvariant(kind[0])}{kind[1..]}"] = maximum,
    };
}
