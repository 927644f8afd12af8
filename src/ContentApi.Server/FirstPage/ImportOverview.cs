namespace ContentApi.Server.FirstPage;

/// <summary>What the importer did last, and what it has to say; for editors (contract C2).</summary>
/// <param name="Runs">The last run of every source, the latest first.</param>
/// <param name="Findings">The gravest, in the order of files; not all when there are many.</param>
/// <param name="FindingCount">All of them.</param>
public sealed record ImportOverview(IReadOnlyList<ImportOverview.Run> Runs, IReadOnlyList<ImportOverview.Finding> Findings, int FindingCount)
{
    /// <summary>True when there are articles, which the public may not see.</summary>
    public bool HasArticles => Runs.Any(run => run.Created + run.Updated + run.Unchanged + run.Renamed > 0);

    /// <summary>The last run over a source.</summary>
    public sealed record Run
    {
        /// <summary>Name of the source.</summary>
        public required string Source { get; init; }

        /// <summary>The content folder.</summary>
        public required string Root { get; init; }

        /// <summary>Whose rules applied, such as HEXO.</summary>
        public required string Dialect { get; init; }

        /// <summary>Start.</summary>
        public required DateTimeOffset StartedAt { get; init; }

        /// <summary>From start to end.</summary>
        public required TimeSpan Elapsed { get; init; }

        /// <summary>Content version after the run.</summary>
        public required long Version { get; init; }

        /// <summary>Articles that are new.</summary>
        public int Created { get; init; }

        /// <summary>Articles whose file changed.</summary>
        public int Updated { get; init; }

        /// <summary>Articles whose file is the same.</summary>
        public int Unchanged { get; init; }

        /// <summary>Articles whose file is gone.</summary>
        public int Removed { get; init; }

        /// <summary>Articles whose file moved.</summary>
        public int Renamed { get; init; }

        /// <summary>Files that hold nothing to import.</summary>
        public int Skipped { get; init; }

        /// <summary>Files with errors.</summary>
        public int Failed { get; init; }

        /// <summary>Numbers by what became of the files.</summary>
        public IReadOnlyList<(string Outcome, int Files)> Counts =>
        [
            ("created", Created),
            ("updated", Updated),
            ("unchanged", Unchanged),
            ("renamed", Renamed),
            ("removed", Removed),
            ("skipped", Skipped),
            ("failed", Failed),
        ];
    }

    /// <summary>Something that was noticed in a file.</summary>
    /// <param name="Source">Name of the source.</param>
    /// <param name="Severity">ERROR, WARNING or INFO.</param>
    /// <param name="Code">Stable word, a row of <c>schema/diagnostics.md</c>.</param>
    /// <param name="Place">path:line:column.</param>
    /// <param name="Message">What was found.</param>
    /// <param name="Hint">What to do; null when that is plain.</param>
    public sealed record Finding(string Source, string Severity, string Code, string Place, string Message, string? Hint);
}
