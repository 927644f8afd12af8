using ContentApi.Cli.Output.Plans;
using ContentApi.Importer;
using ContentApi.Importer.Planning;

namespace ContentApi.Cli.Output;

/// <summary>Writes what imports did, or would do, in the form that <c>--report</c> asks for. Standard output holds nothing else.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="form">One of <see cref="Forms"/>.</param>
internal sealed class ImportOutput(Terminal terminal, string form)
{
    /// <summary>For people.</summary>
    public const string Text = "text";

    /// <summary>One document for programs.</summary>
    public const string Json = "json";

    private const string Sarif = "sarif";
    private const string GitHub = "github";

    private readonly List<(ImportReport Report, string Folder)> _reports = [];   // the folder as it was written, else where the files lie
    private readonly List<ReportShape> _shapes = [];

    /// <summary>The first is that of a run that asks for none.</summary>
    public static IReadOnlyList<string> Forms { get; } = [Text, Json, Sarif, GitHub];

    /// <summary>Tells of one source that was imported.</summary>
    /// <param name="report">What was done.</param>
    /// <param name="written">The folder as the user wrote it; null of an archive or a repository, whose files lie where nobody edits them.</param>
    public void Add(ImportReport report, string? written)
    {
        var folder = written ?? report.Folder;
        _reports.Add((report, folder));
        _shapes.Add(ReportShape.Of(report));
        if (form == Text)
        {
            new TextReport(terminal.Out, report.Encoding).Write(report, folder, written ?? "");
        }
        else if (form == GitHub)
        {
            GitHubReport.Write(terminal.Out, "Imported", report, FindingPath.In(folder, Environment.CurrentDirectory));
        }
    }

    /// <summary>Tells of one source that was planned.</summary>
    /// <param name="planned">What would be done.</param>
    /// <param name="written">As of <see cref="Add(ImportReport, string?)"/>.</param>
    public void Add(PlannedImport planned, string? written)
    {
        var folder = written ?? planned.Report.Folder;
        _reports.Add((planned.Report, folder));
        _shapes.Add(new PlanShape(ReportShape.Of(planned.Report)) { Plan = planned.Id, Changes = planned.Changes });
        if (form == Text)
        {
            new PlanText(terminal.Out, terminal.Width).Write(planned);
        }
        else if (form == GitHub)
        {
            GitHubReport.Write(terminal.Out, "Would import", planned.Report, FindingPath.In(folder, Environment.CurrentDirectory));
        }
    }

    /// <summary>Ends what is one document for all sources; of a single source that was refused there is none.</summary>
    /// <param name="sources">How many the user gave.</param>
    public void End(int sources)
    {
        if (sources == 1 && _reports.Count == 0)
        {
            return;
        }

        if (form == Json)
        {
            terminal.Out.WriteLine(sources > 1 ? JsonReport.Of(_shapes) : JsonReport.Of(_shapes[0]));
        }
        else if (form == Sarif)
        {
            terminal.Out.WriteLine(SarifReport.Of(_reports, Environment.CurrentDirectory));
        }
    }
}
