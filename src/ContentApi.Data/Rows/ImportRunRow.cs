namespace ContentApi.Data.Rows;

/// <summary>One finished run of the importer over one source.</summary>
public sealed class ImportRunRow
{
    /// <summary>Time-ordered.</summary>
    public Guid Id { get; set; }

    /// <summary>The source.</summary>
    public Guid SourceId { get; set; }

    /// <summary>Start.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <summary>End.</summary>
    public DateTimeOffset FinishedAt { get; set; }

    /// <summary>Articles that are new.</summary>
    public int Created { get; set; }

    /// <summary>Articles whose file changed.</summary>
    public int Updated { get; set; }

    /// <summary>Articles whose file is the same.</summary>
    public int Unchanged { get; set; }

    /// <summary>Articles whose file is gone.</summary>
    public int Removed { get; set; }

    /// <summary>Articles whose file moved.</summary>
    public int Renamed { get; set; }

    /// <summary>Files that hold nothing to import.</summary>
    public int Skipped { get; set; }

    /// <summary>Files with errors.</summary>
    public int Failed { get; set; }

    /// <summary>Content version after the run.</summary>
    public long Version { get; set; }

    /// <summary>SUCCEEDED, or ROLLED_BACK when it was undone.</summary>
    public required string State { get; set; }

    /// <summary>The source.</summary>
    public SourceRow? Source { get; set; }
}
