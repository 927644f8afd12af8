using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Whose rules a source follows, and how that is known.</summary>
/// <param name="Dialect">The dialect.</param>
/// <param name="Reason">For people.</param>
/// <param name="Place">Where the tool's own settings lie, or would lie.</param>
internal sealed record DetectedDialect(Dialect Dialect, string Reason, SitePlace Place);
