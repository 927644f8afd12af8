namespace ContentApi.GraphQL.Errors;

/// <summary>The document is larger, deeper or wider than the server reads.</summary>
internal sealed class LimitError(string code, string message) : RequestError(code, message)
{
    public override GraphQLOutcome Outcome => Code == ErrorCode.DocumentTooLong ? GraphQLOutcome.TooLarge : GraphQLOutcome.Refused;
}
