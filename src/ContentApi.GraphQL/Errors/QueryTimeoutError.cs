namespace ContentApi.GraphQL.Errors;

/// <summary>The statement ran longer than the limit and was cancelled.</summary>
internal sealed class QueryTimeoutError() : RequestError(
    ErrorCode.QueryTimeout,
    "The query took too long and was stopped. Ask for less: smaller pages, fewer nested lists, a narrower filter.")
{
    public override GraphQLOutcome Outcome => GraphQLOutcome.Failed;
}
