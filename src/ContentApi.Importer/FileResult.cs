namespace ContentApi.Importer;

/// <summary>What came of one file; each has its counter in the report.</summary>
internal enum FileResult : byte
{
    Created,
    Updated,
    Renamed,
    Unchanged,
    Failed,
    Skipped,
}
