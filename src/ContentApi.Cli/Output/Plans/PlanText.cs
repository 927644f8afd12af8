using ContentApi.Importer;
using ContentApi.Importer.Planning;
using Spectre.Console;

namespace ContentApi.Cli.Output.Plans;

/// <summary>Shows what an import would change, for people who decide whether it may: first every article, then what asks for a look.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of the terminal; null cuts and breaks nothing, for files and pipes.</param>
internal sealed class PlanText(AnsiWriter output, int? width)
{
    public void Write(PlannedImport planned)
    {
        var (report, changes) = (planned.Report, planned.Changes);
        new PlannedArticles(output, width).Write(changes, report);
        new PlanReview(output, width).Write(planned);
        if (IsEmpty(planned))
        {
            output.Write(Printable.Clean(report.Source), Palette.Strong);
            output.WriteLine($": nothing would change; {Unchanged(report)}{(planned.Id is null ? "" : "; a plan that was made before is void")}.");
            return;
        }

        output.Write($"{(planned.Id is null ? "Dry run of" : "Plan of")} ");
        output.Write(Printable.Clean(report.Source), Palette.Strong);
        string[] parts = [ImportSummary.Counts(report with { Gone = 0 }), ImportSummary.Findings(report), report.Dialect];
        output.WriteLine($": {string.Join("; ", parts.Where(part => part.Length > 0))}");
        if (planned.Id is { } id)
        {
            output.Write("To do exactly this: ");
            output.WriteLine($"contentapi apply {id}", Palette.Strong);
        }
        else
        {
            output.WriteLine("Nothing was stored; contentapi plan keeps a plan that can be applied.");
        }
    }

    // What is kept without a file, and what cannot be read, was so before.
    private static bool IsEmpty(PlannedImport planned) =>
        planned.Changes is { Articles: [], SameAgain: 0, NewNames: [], GoneNames: [], MergedNames: [], ChangedImages: [] } && planned.NewFindings.Count == 0;

    private static string Unchanged(ImportReport report) => report.Unchanged == 1
        ? "the article is as its file says"
        : $"{Quantity.Of(report.Unchanged, "article")} are as their files say";
}
