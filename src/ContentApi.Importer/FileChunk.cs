using ContentApi.Importer.Writing;

namespace ContentApi.Importer;

/// <summary>Some files after reading.</summary>
/// <param name="Outcomes">One a file.</param>
/// <param name="Rows">Of all of them.</param>
internal sealed record FileChunk(IReadOnlyList<FileOutcome> Outcomes, EncodedRows Rows);
