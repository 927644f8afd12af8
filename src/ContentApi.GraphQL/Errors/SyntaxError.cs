namespace ContentApi.GraphQL.Errors;

/// <summary>The document is not GraphQL (specification, section 2).</summary>
internal sealed class SyntaxError(string message) : RequestError(ErrorCode.Syntax, message)
{
    public override GraphQLOutcome Outcome => GraphQLOutcome.Unreadable;
}
