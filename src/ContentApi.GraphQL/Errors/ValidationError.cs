namespace ContentApi.GraphQL.Errors;

/// <summary>The document breaks a validation rule (specification, section 5).</summary>
/// <param name="rule">The section of the specification, such as <c>5.3.1</c>; null for a rule of ours.</param>
/// <param name="message">What the rule says of the document.</param>
internal sealed class ValidationError(string? rule, string message) : RequestError(ErrorCode.Validation, message)
{
    /// <summary>Goes out as <c>extensions.rule</c>.</summary>
    public string? Rule { get; } = rule;

    /// <summary>Every place in the document that takes part in the fault.</summary>
    public IReadOnlyList<int> Offsets { get; init; } = [];
}
