namespace ContentApi.Parsing;

/// <summary>The series that an article is a part of.</summary>
/// <param name="Title">Name as written; the slug of it tells series apart.</param>
/// <param name="Position">Finite place within it; null when the file gives none.</param>
public sealed record ParsedSeries(string Title, double? Position);
