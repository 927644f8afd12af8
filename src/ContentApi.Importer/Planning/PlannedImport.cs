using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Planning;

/// <summary>An import that was found out but not done.</summary>
public sealed record PlannedImport
{
    /// <summary>By which it is applied; null when it was not stored.</summary>
    public required Guid? Id { get; init; }

    /// <summary>What the import would report. Its version is the present one.</summary>
    public required ImportReport Report { get; init; }

    /// <summary>What it would change.</summary>
    public required ImportChanges Changes { get; init; }

    /// <summary>The part of the report's findings that were not there before, by path, line and column.</summary>
    public required IReadOnlyList<Diagnostic> NewFindings { get; init; }
}
