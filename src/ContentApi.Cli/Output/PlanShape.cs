using System.Text.Json.Serialization;
using ContentApi.Importer.Planning;

namespace ContentApi.Cli.Output;

/// <summary>The members of a JSON report about what would be done: those of a report, then the plan.</summary>
internal sealed record PlanShape : ReportShape
{
    /// <param name="report">What the import would report.</param>
    public PlanShape(ReportShape report)
        : base(report)
    {
    }

    /// <summary>By which the plan is applied; null when it was not stored.</summary>
    [JsonPropertyOrder(1)]
    public required Guid? Plan { get; init; }

    /// <summary>What would change.</summary>
    [JsonPropertyOrder(2)]
    public required ImportChanges Changes { get; init; }
}
