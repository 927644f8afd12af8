namespace ContentApi.Cli.Doctor;

/// <summary>Checks that belong together.</summary>
internal sealed record CheckGroup(string Title, IReadOnlyList<Check> Checks);
