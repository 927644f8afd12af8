using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContentApi.Server.FirstPage;

/// <summary>What the graph tells editors of imports (contract C2); the names are those of the operation.</summary>
/// <param name="Imports">The last runs, newest first.</param>
/// <param name="Errors">Findings of this severity.</param>
/// <param name="Warnings">Findings of this severity.</param>
/// <param name="Notes">Findings of this severity.</param>
/// <param name="Everything">How many articles and pages there are, hidden ones included.</param>
public sealed record ImportsAnswer(
    Listing<ImportFacts> Imports,
    Listing<FindingFacts> Errors,
    Listing<FindingFacts> Warnings,
    Listing<FindingFacts> Notes,
    Listing<JsonElement> Everything)
{
    private const int MostSources = 5;
    private const int MostFindings = 20;

    /// <summary>The last run of every source, the latest first.</summary>
    [JsonIgnore]
    public IReadOnlyList<ImportFacts> Runs => [.. (Imports.Nodes ?? []).DistinctBy(run => run.Source).Take(MostSources)];

    /// <summary>The gravest findings, in the order of files; not all when there are many.</summary>
    [JsonIgnore]
    public IReadOnlyList<FindingFacts> Findings => [.. new[] { Errors, Warnings, Notes }.SelectMany(list => list.Nodes ?? []).Take(MostFindings)];

    /// <summary>All findings.</summary>
    [JsonIgnore]
    public int FindingCount => Errors.TotalCount + Warnings.TotalCount + Notes.TotalCount;
}
