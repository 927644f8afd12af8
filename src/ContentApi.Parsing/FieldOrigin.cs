namespace ContentApi.Parsing;

/// <summary>Where one field of an article comes from.</summary>
/// <param name="Field">Name of the graph's field, such as <c>publishedAt</c>.</param>
/// <param name="Kind">The place.</param>
/// <param name="Key">The key as written, or the name of the setting or file; null when there is none.</param>
/// <param name="Line">1-based line in the file; 0 when the value does not stand in it.</param>
/// <param name="Column">1-based column; 0 when the value does not stand in the file.</param>
/// <param name="Note">What was done to the value, for people; null when nothing was.</param>
public sealed record FieldOrigin(string Field, FieldOriginKind Kind, string? Key = null, int Line = 0, int Column = 0, string? Note = null);
