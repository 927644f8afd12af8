namespace ContentApi.GraphQL.Planning.Output;

/// <summary>One member of a JSON object.</summary>
/// <param name="Key">Response key: the alias or the field's name.</param>
/// <param name="Value">What it prints.</param>
internal sealed record OutputField(string Key, OutputValue Value);
