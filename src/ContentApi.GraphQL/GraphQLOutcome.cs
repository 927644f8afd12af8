namespace ContentApi.GraphQL;

/// <summary>How far a request came.</summary>
public enum GraphQLOutcome
{
    /// <summary>The operation ran; the body has <c>data</c> and no <c>errors</c>.</summary>
    Executed,

    /// <summary>The operation was begun and failed: the body has <c>errors</c>, and <c>data</c> is null.</summary>
    Failed,

    /// <summary>The document is not GraphQL: the body has <c>errors</c> and no <c>data</c>.</summary>
    Unreadable,

    /// <summary>The caller may not ask for this: the body has <c>errors</c> and no <c>data</c>.</summary>
    Forbidden,

    /// <summary>Another fault of the client, found before execution: the body has <c>errors</c> and no <c>data</c>.</summary>
    Refused,

    /// <summary>The document is longer than the limit.</summary>
    TooLarge,

    /// <summary>The database could not be reached: the body has <c>errors</c> and no <c>data</c>.</summary>
    Unavailable,
}
