using Microsoft.EntityFrameworkCore;

namespace ContentApi.Data.Rows;

/// <summary>
/// What importing said about a file of a source, as it is now: rows are replaced when the file is read again, kept while it
/// is unchanged, and go with it.
/// </summary>
[PrimaryKey(nameof(SourceId), nameof(Path), nameof(Position))]
public sealed class DiagnosticRow
{
    /// <summary>128-bit hash of source, path and position: the same finding keeps it from run to run.</summary>
    public Guid Id { get; set; }

    /// <summary>The source that the file belongs to.</summary>
    public Guid SourceId { get; set; }

    /// <summary>
    /// Path of the file below the source's root, with <c>/</c>; an article of the file has it as <see cref="ArticleColumns.FilePath"/>.
    /// One that is longer than a database indexes is cut and ends in <c>…</c>.
    /// </summary>
    public required string Path { get; set; }

    /// <summary>0-based place among the findings of the path, which are in the order of line and column.</summary>
    public int Position { get; set; }

    /// <summary>Stable word, a row of <c>schema/diagnostics.md</c>.</summary>
    public required string Code { get; set; }

    /// <summary>Value of the graph's <c>DiagnosticSeverity</c>: ERROR, WARNING or INFO.</summary>
    public required string Severity { get; set; }

    /// <summary>1-based; 1 when the finding has no place.</summary>
    public int Line { get; set; }

    /// <summary>1-based, in UTF-16 units; 1 when the finding has no place.</summary>
    public int ColumnNumber { get; set; }

    /// <summary>Names the value and what happened to it.</summary>
    public required string Message { get; set; }

    /// <summary>The line of the file from its beginning, of a long one the first 240 UTF-16 units and <c>…</c>; null when the finding has no place.</summary>
    public string? Snippet { get; set; }

    /// <summary>What to do; null when the message says it all.</summary>
    public string? Hint { get; set; }

    /// <summary>The run that read the file.</summary>
    public Guid ImportRunId { get; set; }

    /// <summary>The source that the file belongs to.</summary>
    public SourceRow? Source { get; set; }

    /// <summary>The run that read the file.</summary>
    public ImportRunRow? ImportRun { get; set; }
}
