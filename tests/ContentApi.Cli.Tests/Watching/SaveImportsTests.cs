using System.Collections.Concurrent;
using ContentApi.Cli.Tests.Output;
using ContentApi.Cli.Tests.Support;
using ContentApi.Cli.Watching;
using ContentApi.Importer;
using ContentApi.TestSupport;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.Cli.Tests.Watching;

/// <summary>What becomes of a save whose import ends in a fault.</summary>
public sealed class SaveImportsTests : IAsyncDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrentQueue<Exception> _faults = [];
    private readonly ConcurrentQueue<string> _told = [];
    private readonly FolderChanges _changes;
    private readonly Task _running;
    private int _tries;

    public SaveImportsTests()
    {
        _changes = new FolderChanges(_root.Path, ownFolder: null, Assert.Fail, TimeProvider.System);
        _running = new SaveImports(_changes, ImportAsync, _clock).RunAsync(_ => _told.Enqueue("imported"), _told.Enqueue, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _changes.Dispose();
        _stop.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task It_is_imported_when_the_fault_has_passed_and_told_once()
    {
        Exception[] faults =
        [
            new CommandFault("No server.") { Passes = true },
            new CommandFault("It is starting.") { Passes = true },
            new ImportRefusedException("Locked.") { Passes = true },
        ];
        Array.ForEach(faults, _faults.Enqueue);

        Save();
        await Wait.UntilAsync("the import", () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(_told.Contains("imported"));
        });

        Assert.Equal(["No server. The save is imported when that has passed.", "imported"], _told);
        Assert.Equal(4, _tries);
    }

    [Fact]
    public async Task Another_save_does_not_wait_for_the_next_try()
    {
        _faults.Enqueue(new CommandFault("No server.") { Passes = true });

        Save();
        await UntilToldAsync("No server. The save is imported when that has passed.");
        Save();

        await UntilToldAsync("imported");
        Assert.Equal(2, _tries);
    }

    [Fact]
    public async Task A_fault_that_stays_waits_for_the_next_save()
    {
        _faults.Enqueue(new CommandFault("No setting."));

        Save();
        await UntilToldAsync("No setting.");
        _clock.Advance(TimeSpan.FromHours(1));
        Save();

        await UntilToldAsync("imported");
        Assert.Equal(2, _tries);
    }

    private void Save() => File.AppendAllText(_root["a.md"], "A.");

    private Task UntilToldAsync(string sentence) => Wait.UntilAsync(sentence, () => Task.FromResult(_told.Contains(sentence)));

    private Task<ImportReport> ImportAsync(CancellationToken cancellationToken)
    {
        _tries++;
        return _faults.TryDequeue(out var fault) ? Task.FromException<ImportReport>(fault) : Task.FromResult(Reports.Of());
    }
}
