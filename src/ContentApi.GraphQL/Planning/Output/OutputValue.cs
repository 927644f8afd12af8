namespace ContentApi.GraphQL.Planning.Output;

/// <summary>What one response field prints. Every kind has its one SQL form in <see cref="Sql.SqlGenerator"/>.</summary>
internal abstract record OutputValue;
