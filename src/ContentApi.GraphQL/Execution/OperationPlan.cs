using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Validation;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Execution;

/// <summary>What one operation of one shape runs.</summary>
/// <param name="Sql">The statement; null when nothing of the database is asked for.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Cost">What it is reckoned to cost.</param>
/// <param name="Introspection">The operation's introspection fields alone; null when there are none.</param>
/// <param name="Dependencies">What its answers depend on.</param>
internal sealed record OperationPlan(string? Sql, IReadOnlyList<PlanParameter> Parameters, OperationCost Cost, GraphQLDocument? Introspection, Dependencies Dependencies);
