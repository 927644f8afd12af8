namespace ContentApi.GraphQL;

/// <summary>How far a request came.</summary>
public enum GraphQLOutcome
{
    /// <summary>The operation ran; the body has <c>data</c>, and <c>errors</c> when the operation failed.</summary>
    Executed,

    /// <summary>The client's fault, found before execution: the body has <c>errors</c> and no <c>data</c>.</summary>
    Refused,

    /// <summary>The document is longer than the limit.</summary>
    TooLarge,

    /// <summary>The database could not be reached: the body has <c>errors</c> and no <c>data</c>.</summary>
    Unavailable,
}
