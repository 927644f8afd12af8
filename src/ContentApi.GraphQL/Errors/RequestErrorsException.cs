namespace ContentApi.GraphQL.Errors;

/// <summary>Several faults of one request.</summary>
internal sealed class RequestErrorsException(IReadOnlyList<RequestError> errors) : Exception($"{errors.Count} errors")
{
    /// <summary>The faults, in the order of the document.</summary>
    public IReadOnlyList<RequestError> Errors { get; } = errors;
}
