namespace ContentApi.Importer.Writing;

/// <summary>Stored findings that hold no more.</summary>
/// <param name="Paths">Those of these paths, but for what comes of comparing files.</param>
/// <param name="Compared">Keys of what came of comparing files.</param>
internal sealed record OutdatedFindings(IReadOnlyCollection<string> Paths, IReadOnlyCollection<Guid> Compared);
