namespace ContentApi.Importer.Planning;

/// <summary>What is counted in full and listed in part.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first of them, at most <see cref="ImportChanges.MaxListed"/>.</param>
public sealed record PartialList(int Count, IReadOnlyList<string> First);
