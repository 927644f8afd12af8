using System.Threading.Channels;

namespace ContentApi.Cli.Watching;

/// <summary>Tells when files below a folder have changed, once for a burst of changes.</summary>
internal sealed class FolderChanges : IDisposable
{
    private const NotifyFilters Filters = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;

    // An editor saves in several steps, and a checkout in thousands.
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);
    private const int MostQuietPeriods = 20;

    private readonly string _folder;
    private readonly string? _ownFolder;
    private readonly Action<string> _warn;
    private readonly TimeProvider _clock;
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly FileSystemWatcher? _parent;
    private readonly Lock _lock = new();
    private FileSystemWatcher? _inside;
    private bool _disposed;
    private bool _warned;

    /// <param name="folder">The folder, absolute.</param>
    /// <param name="ownFolder">A folder of ours, which may lie in it: it changes all the time; null when there is none.</param>
    /// <param name="warn">Told once, in a sentence, when the system cannot watch all of it.</param>
    /// <param name="clock">Measures what is quiet.</param>
    /// <exception cref="IOException">The system cannot watch any more.</exception>
    public FolderChanges(string folder, string? ownFolder, Action<string> warn, TimeProvider clock)
    {
        (_folder, _ownFolder, _warn, _clock) = (folder, ownFolder, warn, clock);
        WatchInside();

        // A folder that is removed and made again, as by a generator, is another one to the system.
        if (Path.GetDirectoryName(folder) is { } parent)
        {
            _parent = new FileSystemWatcher(parent, Path.GetFileName(folder)) { NotifyFilter = NotifyFilters.DirectoryName };
            _parent.Created += (_, _) => WatchAgain();
            _parent.Deleted += (_, _) => Tell();
            _parent.Renamed += (_, _) => WatchAgain();
            _parent.EnableRaisingEvents = true;
        }
    }

    /// <summary>Returns when something has changed since the last call and no more is changing, or changes do not cease.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        await _changes.Reader.ReadAsync(cancellationToken);
        for (var period = 0; period < MostQuietPeriods; period++)
        {
            await Task.Delay(Quiet, _clock, cancellationToken);
            if (!_changes.Reader.TryRead(out _))
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _parent?.Dispose();
            _inside?.Dispose();
        }
    }

    /// <summary>True when a change there can change an article: not in hidden folders, which are never imported, nor in our own.</summary>
    internal static bool Matters(string folder, string? ownFolder, string path)
    {
        var inside = Path.GetRelativePath(folder, path);
        var isOwn = ownFolder is not null && (path.Equals(ownFolder, StringComparison.Ordinal) || path.StartsWith(ownFolder + Path.DirectorySeparatorChar, StringComparison.Ordinal));
        return !isOwn && !inside.Split(Path.DirectorySeparatorChar).Any(name => name.StartsWith('.') && name != ".");
    }

    private void WatchInside()
    {
        var inside = new FileSystemWatcher(_folder) { IncludeSubdirectories = true, NotifyFilter = Filters, InternalBufferSize = 64 * 1024 };
        inside.Changed += OnChange;
        inside.Created += OnChange;
        inside.Deleted += OnChange;
        inside.Renamed += (_, change) =>
        {
            Tell(change.OldFullPath);
            Tell(change.FullPath);
        };

        inside.Error += OnError;
        inside.EnableRaisingEvents = true;
        lock (_lock)
        {
            _inside?.Dispose();
            _inside = inside;
            if (_disposed)
            {
                inside.Dispose();
            }
        }
    }

    private void WatchAgain()
    {
        try
        {
            if (Directory.Exists(_folder))
            {
                WatchInside();
            }
        }
        catch (Exception fault) when (fault is IOException or ArgumentException)
        {
            // Gone again in the meantime.
        }

        Tell();
    }

    private void OnError(object sender, ErrorEventArgs error)
    {
        var fault = error.GetException();
        if (fault is not InternalBufferOverflowException && !Interlocked.Exchange(ref _warned, true))
        {
            _warn($"Some saves may not be noticed: {fault.Message}");
        }

        // Changes may have been lost: look at everything.
        Tell();
    }

    private void OnChange(object sender, FileSystemEventArgs change) => Tell(change.FullPath);

    private void Tell(string path)
    {
        if (Matters(_folder, _ownFolder, path))
        {
            Tell();
        }
    }

    private void Tell() => _changes.Writer.TryWrite(true);
}
