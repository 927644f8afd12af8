using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Output;
using ContentApi.Cli.Watching;
using ContentApi.Importer;
using ContentApi.Importer.Sources;
using ParseResult = System.CommandLine.ParseResult;

namespace ContentApi.Cli.Commands;

/// <summary>Imports folders, archives and repositories into a database.</summary>
internal sealed class ImportCommand : SourcesCommand
{
    private readonly Option<bool> _dryRun = Flag("--dry-run", "Show what would change, as plan does, and store nothing");
    private readonly Option<bool> _watch = Flag("--watch", "Import the folder again on every save, until it is stopped; with --report json each import is one line of JSON");

    public ImportCommand(Terminal terminal, TimeProvider clock)
        : base(
            terminal,
            clock,
            "import",
            "Import folders, archives and git repositories into a database.",
            ImportOutput.Forms,
            "contentapi import ~/blog --database postgres://me:secret@localhost/content",
            "contentapi import posts --source blog --prune --strict --report json",
            "contentapi import posts --prune --dry-run",
            "contentapi import posts --prune --watch",
            "contentapi import https://github.com/me/blog.git#main:content --prune",
            "contentapi import blog.zip")
    {
        Add(_dryRun);
        Add(_watch);
        SetAction((parsed, cancellationToken) => (parsed.GetValue(_watch), parsed.GetValue(_dryRun)) switch
        {
            (true, true) => throw new CommandFault("--watch imports and --dry-run does not: give one of them."),
            (true, false) => WatchAsync(parsed, cancellationToken),
            (false, true) => PlanAsync(parsed, store: false, cancellationToken),
            _ => RunAsync(parsed, cancellationToken),
        });
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var sources = await ReadSourcesAsync(parsed, cancellationToken);
        var output = new ImportOutput(Terminal, FormOf(parsed));
        return await ForEachAsync(parsed, sources, output, async source =>
        {
            var report = await ImportAsync(source, cancellationToken);
            output.Add(report, source.Written);
            return report;
        });
    }

    private async Task<int> WatchAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (IsStrict(parsed))
        {
            throw new CommandFault("--watch ends with 0 whatever it finds, and --strict says with what to end: give one of them.");
        }

        var form = FormOf(parsed);
        if (form is not (ImportOutput.Text or ImportOutput.Json))
        {
            throw new CommandFault($"--watch reports as {ImportOutput.Text} or {ImportOutput.Json}, not as {form}.");
        }

        var sources = await ReadSourcesAsync(parsed, cancellationToken);
        if (sources is not [{ Address.Kind: SourceKind.Folder } source])
        {
            throw new CommandFault("--watch waits for saves in one folder: import archives, repositories and several folders without it.");
        }

        // Before the first import, so that no save after it is missed.
        using var changes = Watch(source.Address.Text);
        var output = new WatchOutput(Terminal, form, source.Options.Folder, Clock);
        try
        {
            output.WriteFirst(await ImportAsync(source, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being stopped is how this ends, also that early.
            return ExitCode.Done;
        }

        await new SaveImports(changes, token => ImportAsync(source, token), Clock).RunAsync(output.Write, output.Write, cancellationToken);
        return ExitCode.Done;
    }

    private FolderChanges Watch(string folder)
    {
        try
        {
            return new FolderChanges(folder, ownFolder: null, Terminal.WriteFault, Clock);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            throw new CommandFault($"The folder {folder} cannot be watched: {fault.Message}");
        }
    }

    private Task<ImportReport> ImportAsync(RequestedSource source, CancellationToken cancellationToken) =>
        ShowAsync(source, progress => new ContentImporter(Clock).ImportAsync(source.Options, progress, cancellationToken));
}
