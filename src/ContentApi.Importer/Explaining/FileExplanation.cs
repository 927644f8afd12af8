using System.Text;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Explaining;

/// <summary>How one file is read, and why so. No database is asked.</summary>
public sealed record FileExplanation
{
    /// <summary>Absolute path of the content folder that the file belongs to.</summary>
    public required string Folder { get; init; }

    /// <summary>Path of the file below <see cref="Folder"/>, with <c>/</c>.</summary>
    public required string FilePath { get; init; }

    /// <summary>Whose rules apply.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>Why this dialect, for people.</summary>
    public required string DialectReason { get; init; }

    /// <summary>Encoding of files that are not valid UTF-8; null when none was given.</summary>
    public required Encoding? Encoding { get; init; }

    /// <summary>False when an import of the folder leaves the file out by its name or its place.</summary>
    public required bool IsImported { get; init; }

    /// <summary>Null when the file is rejected or empty; the findings say why.</summary>
    public required ParsedArticle? Article { get; init; }

    /// <summary>The fields that have a value, in the order of the graph's <c>Article</c>; empty without an article.</summary>
    public required IReadOnlyList<ExplainedField> Fields { get; init; }

    /// <summary>What the other dialects make of the file, each dialect once; those that agree stand together.</summary>
    public required IReadOnlyList<OtherReading> Others { get; init; }

    /// <summary>By place.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }
}
