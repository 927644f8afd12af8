using ContentApi.Importer;

namespace ContentApi.Cli.Output;

/// <summary>Writes what an import did in the form that <c>--report</c> asks for. Standard output holds nothing else.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="form">One of <see cref="Forms"/>.</param>
internal sealed class ImportOutput(Terminal terminal, string form)
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Sarif = "sarif";
    private const string GitHub = "github";

    private readonly List<(ImportReport Report, string Folder)> _reports = [];   // the folder as it was written, else where the files lie

    /// <summary>The first is that of a run that asks for none.</summary>
    public static IReadOnlyList<string> Forms { get; } = [Text, Json, Sarif, GitHub];

    /// <summary>Tells of one source.</summary>
    /// <param name="report">What was done.</param>
    /// <param name="written">The folder as the user wrote it; null of an archive or a repository, whose files lie where nobody edits them.</param>
    public void Add(ImportReport report, string? written)
    {
        var folder = written ?? report.Folder;
        _reports.Add((report, folder));
        if (form == Text)
        {
            new TextReport(terminal.Out, report.Encoding).Write(report, folder, written ?? "");
        }
        else if (form == GitHub)
        {
            GitHubReport.Write(terminal.Out, report, FindingPath.In(folder, Environment.CurrentDirectory));
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
            terminal.Out.WriteLine(sources > 1 ? JsonReport.Of(_reports.Select(x => x.Report)) : JsonReport.Of(_reports[0].Report));
        }
        else if (form == Sarif)
        {
            terminal.Out.WriteLine(SarifReport.Of(_reports, Environment.CurrentDirectory));
        }
    }
}
