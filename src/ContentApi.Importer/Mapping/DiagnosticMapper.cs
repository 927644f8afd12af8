using System.Text;
using ContentApi.Data.Rows;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Mapping;

/// <summary>Turns findings into rows.</summary>
internal static class DiagnosticMapper
{
    // UTF-8 bytes. The path is part of a B-tree entry, which ends at 2,704 bytes.
    private const int MaxPathLength = 2_000;

    /// <summary>Codes of what is found by comparing files: it may change when another file does, and is found anew by every run.</summary>
    public static readonly string[] Compared = [DiagnosticCode.DupPath, DiagnosticCode.DupSlug];

    /// <param name="run">That made the findings.</param>
    /// <param name="findings">All findings of their paths.</param>
    public static IReadOnlyList<DiagnosticRow> Map(ImportRunRow run, IEnumerable<Finding> findings) =>
        [.. findings.GroupBy(x => PathOf(x.Diagnostic.Path)).SelectMany(group => group
            .OrderBy(x => x.Diagnostic.Line).ThenBy(x => x.Diagnostic.Column)
            .Select((finding, position) => MakeRow(run, group.Key, position, finding)))];

    /// <summary>The row of a finding that comes of a comparison of files. It stands before those of its own file, and each file has one of a code.</summary>
    public static DiagnosticRow MapCompared(ImportRunRow run, Diagnostic finding) =>
        MakeRow(run, PathOf(finding.Path), -1 - Array.IndexOf(Compared, finding.Code), new Finding(finding));

    /// <summary>The path as it is stored.</summary>
    public static string PathOf(string path)
    {
        path = Storable(path)!;
        if (Encoding.UTF8.GetByteCount(path) <= MaxPathLength)
            return path;
        var bytes = Encoding.UTF8.GetBytes(path).AsSpan(0, MaxPathLength);
        return Encoding.UTF8.GetString(bytes).TrimEnd('\uFFFD') + "…";
    }

    private static DiagnosticRow MakeRow(ImportRunRow run, string path, int position, Finding finding) => new()
    {
        Id = NaturalKey.Diagnostic(run.SourceId, path, position),
        SourceId = run.SourceId,
        Path = path,
        Position = position,
        Code = finding.Diagnostic.Code,
        Severity = finding.Diagnostic.Severity.ToString().ToUpperInvariant(),
        Line = finding.Diagnostic.Line,
        ColumnNumber = finding.Diagnostic.Column,
        Message = Storable(finding.Diagnostic.Message)!,
        Snippet = Storable(finding.Snippet),
        Hint = Storable(finding.Diagnostic.Hint),
        ImportRunId = run.Id,
    };

    // A finding quotes what is wrong with a file, and what is wrong may be what a database cannot hold.
    private static string? Storable(string? text) =>
        text is null ? null : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", "")));
}
