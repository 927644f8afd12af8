namespace ContentApi.Importer;

/// <summary>How far a run has come.</summary>
/// <param name="Done">Files that were dealt with.</param>
/// <param name="Total">Files there are.</param>
public sealed record ImportProgress(int Done, int Total);
