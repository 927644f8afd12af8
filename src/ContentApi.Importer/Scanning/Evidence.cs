using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Something that speaks for a tool.</summary>
/// <param name="Dialect">Of the tool.</param>
/// <param name="Weight">How much it counts: 100 is a file that only this tool has.</param>
/// <param name="Reason">For people: <c>hugo.toml is Hugo's settings file</c>.</param>
/// <param name="Place">Where the tool's settings lie; null when it is no settings file.</param>
internal sealed record Evidence(Dialect Dialect, int Weight, string Reason, SitePlace? Place = null);
