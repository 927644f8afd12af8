using ContentApi.Parsing;

namespace ContentApi.Importer.Explaining;

/// <summary>What some other dialects make of a file.</summary>
/// <param name="Dialects">Those that agree.</param>
/// <param name="Differences">The fields that they read otherwise, with the value there; empty when they read all the same.</param>
/// <param name="IsRejected">True when they reject the file, or find nothing to import in it.</param>
public sealed record OtherReading(IReadOnlyList<Dialect> Dialects, IReadOnlyList<ExplainedField> Differences, bool IsRejected);
