namespace ContentApi.GraphQL.Errors;

/// <summary>The caller may not ask for this.</summary>
internal sealed class ForbiddenError(string message) : RequestError(ErrorCode.Forbidden, message)
{
    public override GraphQLOutcome Outcome => GraphQLOutcome.Forbidden;
}
