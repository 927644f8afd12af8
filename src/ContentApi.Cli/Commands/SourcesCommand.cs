using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Folders;
using ContentApi.Cli.Output;
using ContentApi.Importer;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>A command that reads sources: with the arguments and options that say which, and how.</summary>
internal abstract class SourcesCommand : ExampledCommand
{
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
    private readonly Option<bool> _checksum = Flag("--checksum", "Open every file instead of trusting sizes and times of change, for checkouts that are made anew");
    private readonly Option<bool> _splitAuthors = Flag("--split-authors", "Read 'A and B' and 'A, B' as several authors");
    private readonly Option<bool> _strict = Flag("--strict", "End with 1 on warnings too");
    private readonly Option<string?> _report;

    protected SourcesCommand(Terminal terminal, TimeProvider clock, string name, string description, IReadOnlyList<string> forms, params string[] examples)
        : base(name, description, examples)
    {
        (Terminal, Clock) = (terminal, clock);
        _report = Choice("--report", $"How to tell the outcome [default: {ImportOutput.Text}]", forms);
        Add(_sources);
        Option[] options = [_database, _source, _dialect, _timeZone, _dateOrder, _encoding, _siteUrl, _prune, _forcePrune, _checksum, _splitAuthors, _strict, _report];
        Array.ForEach(options, Add);
    }

    /// <summary>Where the command writes.</summary>
    protected Terminal Terminal { get; }

    /// <summary>Gives the instants that are stored.</summary>
    protected TimeProvider Clock { get; }

    /// <summary>The form in which the command was asked to report.</summary>
    protected string FormOf(ParseResult parsed) => parsed.GetValue(_report) ?? ImportOutput.Text;

    /// <summary>True when warnings count as faults.</summary>
    protected bool IsStrict(ParseResult parsed) => parsed.GetValue(_strict);

    /// <summary>Reads the sources, and finds out that each of them and the database are there.</summary>
    /// <exception cref="CommandFault">The command line cannot be done.</exception>
    protected async Task<IReadOnlyList<RequestedSource>> ReadSourcesAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var written = parsed.GetRequiredValue(_sources);
        var settings = ReadSettings(parsed);
        if (written.Length > 1 && settings.Source is { } name)
        {
            throw new CommandFault($"{name.Name} names one source, and there are {written.Length}: {Name} them one by one.");
        }

        var connectionString = DatabaseAddress.Choose(parsed.GetValue(_database));
        var sources = written.Select(text => new RequestedSource(ContentFolder.RequireSource(text), settings.ApplyTo(ReadOptions(parsed, text, connectionString)))).ToList();
        await Migrations.ReachAsync(connectionString, cancellationToken);
        return sources;
    }

    /// <summary>Does the same with every source; one that is refused does not keep the others from it.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="sources">As of <see cref="ReadSourcesAsync"/>.</param>
    /// <param name="output">Told of each.</param>
    /// <param name="work">Gives the report of a source that it has told of.</param>
    /// <returns>The worst exit code.</returns>
    protected async Task<int> ForEachAsync(ParseResult parsed, IReadOnlyList<RequestedSource> sources, ImportOutput output, Func<RequestedSource, Task<ImportReport>> work)
    {
        var code = ExitCode.Done;
        try
        {
            foreach (var source in sources)
            {
                try
                {
                    code = Math.Max(code, ExitCode.Of(await work(source), IsStrict(parsed)));
                }
                catch (ImportRefusedException refusal)
                {
                    Terminal.WriteFault(refusal.Message);
                    code = ExitCode.Refused;
                }
                catch (OperationCanceledException) when (sources.Count > 1)
                {
                    throw new CommandFault($"Stopped before the end of {source.Title}; of it the database holds what it held before.");
                }
            }
        }
        finally
        {
            // What is done is told, whatever ends the command.
            output.End(sources.Count);
        }

        return code;
    }

    /// <summary>Shows what importing each source would change.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="store">True keeps the plans, so that they can be applied.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    protected async Task<int> PlanAsync(ParseResult parsed, bool store, CancellationToken cancellationToken)
    {
        var sources = await ReadSourcesAsync(parsed, cancellationToken);
        var output = new ImportOutput(Terminal, FormOf(parsed));
        return await ForEachAsync(parsed, sources, output, async source =>
        {
            var planned = await ShowAsync(source, progress => new ContentImporter(Clock).PlanAsync(source.Options, store, progress, cancellationToken));
            output.Add(planned, source.Written);
            return planned.Report;
        });
    }

    /// <summary>Does something with a source, and shows its progress.</summary>
    protected Task<T> ShowAsync<T>(RequestedSource source, Func<IProgress<ImportProgress>, Task<T>> work) => DatabaseFaults.GuardAsync(
        source.Options.ConnectionString, () => new ImportDisplay(Terminal, Clock).RunAsync(source.Title, work));

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
        Checksum = parsed.GetValue(_checksum),
    };
}
