using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Cli.Serving;
using ContentApi.Cli.Watching;
using ContentApi.Importer;
using ContentApi.Server;

namespace ContentApi.Cli.Dev;

/// <summary>One run of <c>dev</c>: database, import, server, and imports on every save until it is stopped.</summary>
internal sealed class DevSession(DevOptions options, Terminal terminal, TimeProvider clock)
{
    /// <summary>Runs until the server stops or the token is cancelled; then nothing of it is left running.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            Loopback.RequireFree(options.Port);
            await using var database = await DevDatabase.StartAsync(options, cancellationToken);
            await Migrations.ApplyAsync(database.ConnectionString, cancellationToken);
            await ServeAsync(database, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }

        if (terminal.OutIsLive)
        {
            // The terminal has written ^C, and a prompt comes next.
            terminal.Out.WriteLine();
            terminal.Out.WriteLine("Stopped.");
        }

        return ExitCode.Done;
    }

    private async Task ServeAsync(DevDatabase database, CancellationToken cancellationToken)
    {
        // Before the first import, so that no save after it is missed.
        using var changes = options.Watch ? TryWatch() : null;
        var starting = StartServerAsync(database, cancellationToken);
        ImportReport? report;
        try
        {
            report = await ImportFirstAsync(database, cancellationToken);
        }
        catch
        {
            await using var unused = await starting;
            throw;
        }

        await using var server = await starting;
        var firstPage = $"{server.Addresses[0]}/";
        new DevBanner(terminal.Out).Write(report, options, database, firstPage);
        terminal.Out.WriteLine($"ready: {server.Addresses[0]}/graphql");
        if (terminal.OutIsLive && Browser.HasDisplay)
        {
            Browser.Open(firstPage);
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var watching = changes is null ? Task.CompletedTask : ImportSavesAsync(changes, database, stop.Token);
        await server.WaitForStopAsync(cancellationToken);
        await stop.CancelAsync();
        await watching;
    }

    private Task<RunningServer> StartServerAsync(DevDatabase database, CancellationToken cancellationToken)
    {
        var server = new ServerOptions
        {
            ConnectionString = database.ConnectionString,
            Urls = [Loopback.Address(options.Port)],
            LoopbackIsEditor = true,
            ContentFolder = options.Watch ? options.Folder : null,
            DocumentFolder = options.Documents?.Path,
            OnlyTrustedDocuments = options.Server.OnlyDocuments ?? false,
            Clock = clock,
        };

        // Beside the import: both begin with work of their own, and the server is needed when the import is done.
        return Task.Run(() => RunningServer.StartAsync(server, "--port", cancellationToken), cancellationToken);
    }

    private FolderChanges? TryWatch()
    {
        try
        {
            return new FolderChanges(options.Folder, Path.GetFullPath(options.DataDirectory), terminal.WriteFault, clock);
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            terminal.WriteFault($"Saves are not noticed; start again to import them: {fault.Message}");
            return null;
        }
    }

    private Task ImportSavesAsync(FolderChanges changes, DevDatabase database, CancellationToken cancellationToken)
    {
        var log = new SaveLog(terminal.Out, Printable.PathFrom(Environment.CurrentDirectory, options.Folder), clock);
        return new SaveImports(changes, token => ImportAsync(database, token), clock).RunAsync(log.Write, log.Write, cancellationToken);
    }

    /// <returns>Null when there is nothing in the folder yet: whoever begins saves the first file later.</returns>
    private async Task<ImportReport?> ImportFirstAsync(DevDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            return await ImportAsync(database, cancellationToken);
        }
        catch (ImportRefusedException) when (options.Watch && IsEmpty(cancellationToken))
        {
            return null;
        }
    }

    // Another refusal, such as a mistake in the settings, is thrown here too, and then the filter does not hold.
    private bool IsEmpty(CancellationToken cancellationToken) =>
        FolderSurvey.Take(options.Settings.ApplyTo(new ImportOptions { Folder = options.Folder, ConnectionString = "" }), cancellationToken).ArticleFiles == 0;

    private Task<ImportReport> ImportAsync(DevDatabase database, CancellationToken cancellationToken)
    {
        var import = options.Settings.ApplyTo(new ImportOptions
        {
            Folder = options.Folder,
            ConnectionString = database.ConnectionString,
            Prune = true,

            // A private database is a copy of the folder, and follows it wherever it goes.
            ForcePrune = options.ConnectionString is null,
        });
        return DatabaseFaults.GuardAsync(
            database.ConnectionString,
            () => new ImportDisplay(terminal, clock).RunAsync(
                Path.GetFileName(options.Folder),
                progress => new ContentImporter(clock).ImportAsync(import, progress, cancellationToken)));
    }
}
