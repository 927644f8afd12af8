namespace ContentApi.GraphQL;

/// <summary>What a request wants to know of its cost: HotChocolate's header <c>GraphQL-Cost</c>.</summary>
public enum GraphQLCostMode
{
    /// <summary>Nothing: the limits hold, and the answer has no word of it.</summary>
    Enforce,

    /// <summary>The answer has <c>extensions.operationCost</c> too.</summary>
    Report,

    /// <summary>The operation is not run; the answer is its cost alone, also where that is above the limits.</summary>
    Validate,
}
