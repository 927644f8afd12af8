namespace ContentApi.Importer.Tests.Support;

/// <summary>Stops an import when it has dealt with so many files, until the test lets it go on.</summary>
/// <param name="files">So many.</param>
internal sealed class Gate(int files) : IProgress<ImportProgress>, IDisposable
{
    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _open = new();

    /// <summary>Waits until the import stands still.</summary>
    /// <param name="import">What ends it is thrown when it ends before.</param>
    public async Task ReachAsync(Task import)
    {
        if (await Task.WhenAny(_reached.Task, import) == import)
            await import;
        Assert.True(_reached.Task.IsCompleted);
    }

    public void Open() => _open.Set();

    public void Report(ImportProgress value)
    {
        if (value.Done != files)
            return;
        _reached.TrySetResult();
        _open.Wait(_ct);
    }

    public void Dispose() => _open.Dispose();
}
