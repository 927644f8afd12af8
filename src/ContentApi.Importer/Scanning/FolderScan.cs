using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>What lies in a content folder.</summary>
internal sealed record FolderScan
{
    /// <summary>In ordinal order of their paths.</summary>
    public required IReadOnlyList<SourceFile> Articles { get; init; }

    /// <summary>Image files by their path in NFC, because an address and a file name may be composed differently.</summary>
    public required IReadOnlyDictionary<string, SourceFile> Images { get; init; }

    /// <summary>Links that were not followed and folders that could not be read.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>How many files belong to a page and are no articles of their own; each is told in <see cref="Diagnostics"/>.</summary>
    public required int BundleFiles { get; init; }

    /// <summary>False when some folder could not be read: a file that was not seen may still be there.</summary>
    public required bool IsComplete { get; init; }
}
