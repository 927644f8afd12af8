using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ContentApi.Importer.Sources;
using ContentApi.Parsing.Diagnostics;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Imports folders, archives and repositories into a database.</summary>
internal sealed class ImportCommand : ExampledCommand
{
    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;

    private readonly Argument<string[]> _sources = new("FOLDER|ARCHIVE|GIT")
    {
        Description = "Folders of front-matter files, archives of them (.zip, .tar, .tar.gz), or git repositories: an address or a folder, with #branch:folder",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _database = DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");
    private readonly Option<string?> _source = Value("--source", "NAME", "Name of the source [default: that of the folder, archive or repository]");
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
            "Import folders, archives and git repositories into a database.",
            "contentapi import ~/blog --database postgres://me:secret@localhost/content",
            "contentapi import posts --source blog --prune --strict --report json",
            "contentapi import https://github.com/me/blog.git#main:content --prune",
            "contentapi import blog.zip")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(_sources);
        Option[] options = [_database, _source, _dialect, _timeZone, _dateOrder, _encoding, _siteUrl, _prune, _forcePrune, _strict, _splitAuthors, _report];
        Array.ForEach(options, Add);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var written = parsed.GetRequiredValue(_sources);
        var settings = ReadSettings(parsed);
        if (written.Length > 1 && settings.Source is { } name)
        {
            throw new CommandFault($"{name.Name} names one source, and there are {written.Length}: import them one by one.");
        }

        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        var sources = written.Select(text => (Address: ContentFolder.RequireSource(text), Options: settings.ApplyTo(ReadOptions(parsed, text, connectionString)))).ToList();
        await Migrations.ReachAsync(connectionString, cancellationToken);

        var output = new ImportOutput(_terminal, parsed.GetValue(_report) ?? ImportOutput.Forms[0]);
        var code = ExitCode.Done;
        foreach (var (address, options) in sources)
        {
            try
            {
                var report = await ImportAsync(options, address, cancellationToken);
                code = Math.Max(code, Judge(report, parsed.GetValue(_strict)));
                output.Add(report, address.Kind == SourceKind.Folder ? options.Folder : null);
            }
            catch (ImportRefusedException refusal)
            {
                _terminal.WriteFault(refusal.Message);
                code = ExitCode.Refused;
            }
        }

        output.End(written.Length);
        return code;
    }

    private Task<ImportReport> ImportAsync(ImportOptions options, SourceAddress address, CancellationToken cancellationToken) => DatabaseFaults.GuardAsync(
        options.ConnectionString,
        () => new ImportDisplay(_terminal, _clock).RunAsync(
            address.Kind == SourceKind.Folder ? options.Folder : address.Text,
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

    private ImportOptions ReadOptions(ParseResult parsed, string source, string connectionString) => new()
    {
        Folder = source,
        ConnectionString = connectionString,
        Prune = parsed.GetValue(_prune) || parsed.GetValue(_forcePrune),
        ForcePrune = parsed.GetValue(_forcePrune),
    };
}
