namespace ContentApi.GraphQL.Errors;

/// <summary>A client's fault, or a limit that a request met. The message goes to the client as it is.</summary>
/// <param name="code">Stable word, a row of <c>schema/errors.md</c>.</param>
/// <param name="message">What happened and what to do.</param>
internal abstract class RequestError(string code, string message) : Exception(message)
{
    /// <summary>Goes out as <c>extensions.code</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Offset in the document; null when the fault has no place there.</summary>
    public int? DocumentOffset { get; set; }

    /// <summary>Response path of the field; empty when the fault belongs to no field.</summary>
    public IReadOnlyList<string> Path { get; set; } = [];

    /// <summary>Numbers that go out in <c>extensions</c> beside the code.</summary>
    public virtual IReadOnlyDictionary<string, double> Details { get; } = new Dictionary<string, double>();

    /// <summary>How far the request came.</summary>
    public virtual GraphQLOutcome Outcome => GraphQLOutcome.Refused;
}
