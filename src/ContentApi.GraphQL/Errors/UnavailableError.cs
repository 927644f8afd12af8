namespace ContentApi.GraphQL.Errors;

/// <summary>The database cannot be reached at the moment.</summary>
internal sealed class UnavailableError() : RequestError(ErrorCode.Unavailable, "The content is not available at the moment. Try again in a few seconds.")
{
    public override GraphQLOutcome Outcome => GraphQLOutcome.Unavailable;
}
