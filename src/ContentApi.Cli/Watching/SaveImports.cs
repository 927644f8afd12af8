using ContentApi.Importer;

namespace ContentApi.Cli.Watching;

/// <summary>Imports a folder again when files in it are saved.</summary>
/// <param name="changes">Tells of the saves.</param>
/// <param name="import">Imports the folder.</param>
/// <param name="clock">Measures the pauses after a fault that passes.</param>
internal sealed class SaveImports(FolderChanges changes, Func<CancellationToken, Task<ImportReport>> import, TimeProvider clock)
{
    // A server starts again within seconds; another import may take minutes.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>Runs until the token is cancelled.</summary>
    /// <param name="tell">Told of every import.</param>
    /// <param name="tellFault">Told in a sentence why there was none; once for a save, however often it is tried.</param>
    /// <param name="cancellationToken">Ends it; an import that is under way then changes nothing.</param>
    public async Task RunAsync(Action<ImportReport> tell, Action<string> tellFault, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await changes.WaitAsync(cancellationToken);
                await ImportAsync(tell, tellFault, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }
    }

    // Until it is imported, or nothing but another save helps.
    private async Task ImportAsync(Action<ImportReport> tell, Action<string> tellFault, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.Zero;
        while (await TryAsync(tell, cancellationToken) is { } fault)
        {
            if (fault is not (CommandFault { Passes: true } or ImportRefusedException { Passes: true }))
            {
                tellFault(FaultSentences.Of(fault));
                return;
            }

            if (pause == TimeSpan.Zero)
            {
                tellFault($"{FaultSentences.Of(fault)} The save is imported when that has passed.");
            }

            pause = TimeSpan.FromTicks(Math.Clamp(pause.Ticks * 2, ShortestPause.Ticks, LongestPause.Ticks));
            if (await IsSavedWithinAsync(pause, cancellationToken))
            {
                pause = TimeSpan.Zero;
            }
        }
    }

    private async Task<Exception?> TryAsync(Action<ImportReport> tell, CancellationToken cancellationToken)
    {
        try
        {
            tell(await import(cancellationToken));
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A save must not end this: the next one may be fine.
            return fault;
        }
    }

    private async Task<bool> IsSavedWithinAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(pause, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        try
        {
            await changes.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
