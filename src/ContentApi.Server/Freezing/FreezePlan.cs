namespace ContentApi.Server.Freezing;

/// <summary>What there is to freeze, as far as files alone tell.</summary>
/// <param name="Documents">The documents in the order of their names.</param>
/// <param name="Skipped">What has no answers to be frozen.</param>
/// <param name="Findings">What is wrong; empty when there is something to do.</param>
internal sealed record FreezePlan(IReadOnlyList<FreezableDocument> Documents, IReadOnlyList<FreezeFinding> Skipped, IReadOnlyList<FreezeFinding> Findings);
