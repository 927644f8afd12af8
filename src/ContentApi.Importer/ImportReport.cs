using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer;

/// <summary>What a run did to one source. Every article file is counted once, in one of the first seven counters but <see cref="Removed"/>.</summary>
public sealed record ImportReport
{
    /// <summary>Name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>Absolute path of the folder that was read: the one that was given, or where an archive or a repository was put.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the content comes from, as of <see cref="Sources.SourceAddress.Text"/>: of a folder the same as <see cref="Folder"/>.</summary>
    public required string Address { get; init; }

    /// <summary>Lower-case word of the dialect that was used.</summary>
    public required string Dialect { get; init; }

    /// <summary>Why this dialect, for people.</summary>
    public required string DialectReason { get; init; }

    /// <summary>Encoding of files that are not valid UTF-8; null when none was given.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Articles that are new.</summary>
    public required int Created { get; init; }

    /// <summary>Articles that were read again because their file, its images or the way of reading changed.</summary>
    public required int Updated { get; init; }

    /// <summary>Articles whose file is the same.</summary>
    public required int Unchanged { get; init; }

    /// <summary>Articles that were removed because their file is gone.</summary>
    public required int Removed { get; init; }

    /// <summary>Articles whose file moved; they keep their id.</summary>
    public required int Renamed { get; init; }

    /// <summary>Files with errors; an article that the file gave before stays.</summary>
    public required int Failed { get; init; }

    /// <summary>Files that hold nothing to import.</summary>
    public required int Skipped { get; init; }

    /// <summary>Content version after the run.</summary>
    public required long ContentVersion { get; init; }

    /// <summary>Wall-clock time of the run.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Article files in the folder.</summary>
    public required int Files { get; init; }

    /// <summary>Articles that are kept although their file is gone; pruning removes them.</summary>
    public int Gone { get; init; }

    /// <summary>
    /// What is wrong with the files as they are now, by path, line and column: what this run found, and what an earlier one
    /// found in files that have not changed since.
    /// </summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The part of <see cref="Diagnostics"/> that this run found.</summary>
    public required IReadOnlyList<Diagnostic> NewDiagnostics { get; init; }
}
