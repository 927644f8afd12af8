using ContentApi.Parsing;

namespace ContentApi.Importer.Explaining;

/// <summary>One field of an article with the place that it comes from.</summary>
/// <param name="Name">Name of the graph's field.</param>
/// <param name="Value">For people: one line, a long text cut.</param>
/// <param name="Origin">Null when the value is no more than counted or derived from other fields.</param>
public sealed record ExplainedField(string Name, string Value, FieldOrigin? Origin);
