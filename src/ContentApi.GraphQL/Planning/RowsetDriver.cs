using ContentApi.GraphQL.Inputs;

namespace ContentApi.GraphQL.Planning;

/// <summary>The few rows of another table from each of which the rows of a list are reached, newest first, by an index. Two of them may lead to the same row.</summary>
/// <param name="From">Table and alias; the list's own conditions refer to it.</param>
/// <param name="Condition">Which of its rows.</param>
/// <param name="Rest">What of the caller's filter is left to test.</param>
internal sealed record RowsetDriver(string From, string Condition, ObjectInput Rest);
