namespace ContentApi.GraphQL.Errors;

/// <summary>A document that is named and not sent cannot be used, or one that is sent may not be.</summary>
internal sealed class DocumentError(string code, string message) : RequestError(code, message)
{
    public override GraphQLOutcome Outcome => Code == ErrorCode.DocumentNotTrusted ? GraphQLOutcome.Forbidden : GraphQLOutcome.Refused;
}
