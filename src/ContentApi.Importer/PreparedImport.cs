using ContentApi.Data.Rows;
using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>An import of which everything is staged and nothing is done.</summary>
internal sealed record PreparedImport
{
    public required ImportState State { get; init; }

    /// <summary>Its version and its end are missing.</summary>
    public required ImportRunRow Run { get; init; }

    public required SourceRow Source { get; init; }

    /// <summary>Articles that go.</summary>
    public required IReadOnlyList<Guid> Removed { get; init; }

    /// <summary>Pictures of which the bytes have changed.</summary>
    public required IReadOnlyList<ImageRow> ChangedImages { get; init; }

    public required RunFindings Findings { get; init; }

    /// <summary>What is known of the files afterwards.</summary>
    public required RememberedFiles Files { get; init; }

    /// <summary>True when readers see something else afterwards.</summary>
    public bool ChangesContent => State.Counts.Staged > 0 || Removed.Count > 0 || ChangedImages.Count > 0 || State.Stored.Row is not { } stored || !IsSame(stored, Source);

    // No reader sees the root. Of a folder it is the address, and in the cache each commit has another one.
    private static bool IsSame(SourceRow a, SourceRow b) =>
        (a.Address, a.Dialect, a.OptionsHash, a.TimeZone, a.DefaultLocale, a.Title, a.Url)
        == (b.Address, b.Dialect, b.OptionsHash, b.TimeZone, b.DefaultLocale, b.Title, b.Url);
}
