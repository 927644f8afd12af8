using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Parsing.Diagnostics;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Imports folders into a database.</summary>
internal sealed class ImportCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;

    private readonly Argument<string[]> _folders = new("FOLDER") { Description = "Folders of front-matter files.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<string?> _database = DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _source = Value("--source", "NAME", "Name of the source [default: the folder's own name]");
    private readonly Option<string?> _dialect = Choice("--dialect", "Whose conventions the files follow [default: auto]", GivenSettings.Dialects);
    private readonly Option<string?> _timeZone = Value("--time-zone", "ZONE", "Zone of dates without an offset, such as Asia/Shanghai [default: the site's, else UTC]");
    private readonly Option<string?> _dateOrder = Choice("--date-order", "Order of dates such as 01/02/2026 [default: none; such dates are reported]", GivenSettings.DateOrders);
    private readonly Option<string?> _encoding = Value("--encoding", "NAME", "Encoding of files that are not UTF-8, such as gb18030 [default: none; they are rejected]");
    private readonly Option<string?> _siteUrl = Value("--site-url", "URL", "Address of the site, for images that are no file of the folder");
    private readonly Option<bool> _prune = Flag("--prune", "Remove articles whose file is gone, unless more than half would go");
    private readonly Option<bool> _forcePrune = Flag("--prune=force", "Remove them however many they are");
    private readonly Option<bool> _strict = Flag("--strict", "End with 1 on warnings too");
    private readonly Option<bool> _splitAuthors = Flag("--split-authors", "Read 'A and B' and 'A, B' as several authors");
    private readonly Option<string?> _report = Choice("--report", "How to tell what was done [default: text]", [.. ImportOutput.Forms]);

    public ImportCommand(Terminal terminal, TimeProvider clock)
        : base(
            "import",
            "Import folders into a database.",
            "contentapi import ~/blog --database postgres://me:secret@localhost/content",
            "contentapi import posts --source blog --prune --strict --report json")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_folders);
        Option[] options = [_database, _source, _dialect, _timeZone, _dateOrder, _encoding, _siteUrl, _prune, _forcePrune, _strict, _splitAuthors, _report];
        Array.ForEach(options, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var folders = parsed.GetRequiredValue(_folders);
        var settings = ReadSettings(parsed);
        if (folders.Length > 1 && settings.Source is { } source)
        {
            throw new CommandFault($"{source.Name} names one source, and there are {folders.Length} folders: import them one by one.");
        }

        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        var options = folders.Select(folder => settings.ApplyTo(ReadOptions(parsed, folder, connectionString))).ToList();
        Array.ForEach(folders, folder => ContentFolder.Require(folder));
        await Migrations.ReachAsync(connectionString, cancellationToken);

        var output = new ImportOutput(_terminal, parsed.GetValue(_report) ?? ImportOutput.Forms[0]);
        var code = ExitCode.Done;
        foreach (var option in options)
        {
            try
            {
                var report = await ImportAsync(option, cancellationToken);
                code = Math.Max(code, Judge(report, parsed.GetValue(_strict)));
                output.Add(report, option.Folder);
            }
            catch (ImportRefusedException refusal)
            {
                _terminal.WriteFault(refusal.Message);
                code = ExitCode.Refused;
            }
        }

        output.End(folders.Length);
        return code;
    }

    private Task<ImportReport> ImportAsync(ImportOptions options, CancellationToken cancellationToken) => DatabaseFaults.GuardAsync(
        options.ConnectionString,
        () => new ImportDisplay(_terminal, _clock).RunAsync(
            options.Folder,
            progress => new ContentImporter(_clock).ImportAsync(options, progress, cancellationToken)));

    private static int Judge(ImportReport report, bool strict)
    {
        var worst = strict ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        return report.Failed > 0 || report.Diagnostics.Any(finding => finding.Severity <= worst) ? ExitCode.ContentFaults : ExitCode.Done;
    }

    private GivenSettings ReadSettings(ParseResult parsed)
    {
        Option<string?>[] options = [_source, _dialect, _timeZone, _dateOrder, _encoding, _siteUrl];
        return GivenSettings.Read(name => name == _splitAuthors.Name
            ? (parsed.GetValue(_splitAuthors) ? "true" : null)
            : Array.Find(options, option => option.Name == name) is { } found ? parsed.GetValue(found) : null);
    }

    private ImportOptions ReadOptions(ParseResult parsed, string folder, string connectionString) => new()
    {
        Folder = folder,
        ConnectionString = connectionString,
        Prune = parsed.GetValue(_prune) || parsed.GetValue(_forcePrune),
        ForcePrune = parsed.GetValue(_forcePrune),
    };
}
