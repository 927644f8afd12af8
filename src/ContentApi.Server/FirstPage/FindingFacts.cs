using System.Text.Json.Serialization;

namespace ContentApi.Server.FirstPage;

/// <summary>Something that was noticed in a file.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="Severity">ERROR, WARNING or INFO.</param>
/// <param name="Code">Stable word, a row of <c>schema/diagnostics.md</c>.</param>
/// <param name="Path">Path of the file below the source's root.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Message">What was found.</param>
/// <param name="Snippet">The line of the file, maybe cut; null when the finding has no place.</param>
/// <param name="Hint">What to do; null when that is plain.</param>
public sealed record FindingFacts(string Source, string Severity, string Code, string Path, int Line, int Column, string Message, string? Snippet, string? Hint)
{
    /// <summary>path:line:column.</summary>
    [JsonIgnore]
    public string Place => $"{Path}:{Line}:{Column}";

    /// <summary>The part of the line before the place, for the caret to stand under what follows it; null when the place was cut off.</summary>
    [JsonIgnore]
    public string? BeforePlace => Snippet is not null && Column <= Snippet.Length ? Snippet[..(Column - 1)] : null;
}
