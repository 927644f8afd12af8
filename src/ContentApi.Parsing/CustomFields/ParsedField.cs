namespace ContentApi.Parsing.CustomFields;

/// <summary>The value of a declared key, which fits its type.</summary>
/// <param name="Declaration">The key.</param>
/// <param name="Json">The value as the graph prints it; of references the addresses as written, without those that lead nowhere.</param>
public sealed record ParsedField(FieldDeclaration Declaration, string Json);
