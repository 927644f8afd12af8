namespace ContentApi.Clients.Tests;

/// <summary>What became of a check, as <c>checks/reporter.mjs</c> tells it.</summary>
/// <param name="Name">What it checks.</param>
/// <param name="Error">What was wrong; null when nothing was.</param>
internal sealed record CheckResult(string Name, string? Error);
