using ContentApi.GraphQL.Errors;

namespace ContentApi.GraphQL;

/// <summary>Answers to requests that are not carried out, whatever they ask.</summary>
public static class ExecutionRefusals
{
    /// <summary>The content is not to be had in the time that there is.</summary>
    public static GraphQLResponse Unavailable { get; } = ErrorWriter.Write(string.Empty, [new UnavailableError()]);
}
