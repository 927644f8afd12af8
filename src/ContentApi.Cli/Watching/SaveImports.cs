using ContentApi.Importer;

namespace ContentApi.Cli.Watching;

/// <summary>Imports a folder again when files in it are saved.</summary>
/// <param name="changes">Tells of the saves.</param>
/// <param name="import">Imports the folder.</param>
internal sealed class SaveImports(FolderChanges changes, Func<CancellationToken, Task<ImportReport>> import)
{
    /// <summary>Runs until the token is cancelled.</summary>
    /// <param name="tell">Told of every import.</param>
    /// <param name="tellFault">Told in a sentence why there was none.</param>
    /// <param name="cancellationToken">Ends it; an import that is under way then changes nothing.</param>
    public async Task RunAsync(Action<ImportReport> tell, Action<string> tellFault, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                await changes.WaitAsync(cancellationToken);
                try
                {
                    tell(await import(cancellationToken));
                }
                catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
                {
                    // A save must not end this: the next one may be fine.
                    tellFault(FaultSentences.Of(fault));
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Being stopped is how this ends.
        }
    }
}
