namespace ContentApi.GraphQL.Execution.Explaining;

/// <summary>An index that would spare PostgreSQL work.</summary>
/// <param name="Table">The table.</param>
/// <param name="Reason">What PostgreSQL had to do without it.</param>
/// <param name="Suggestion">The statement that makes it.</param>
internal sealed record IndexHint(string Table, string Reason, string Suggestion);
