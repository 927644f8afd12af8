namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>A comparison in a filter.</summary>
/// <param name="Key">What is compared: a column or an expression, as PostgreSQL prints it.</param>
/// <param name="IsEquality">False for a range.</param>
/// <param name="Value">What it is compared with, its literals blanked out.</param>
internal sealed record Comparison(string Key, bool IsEquality, string Value);
