using System.Data.Common;

namespace ContentApi.LocalPostgres;

/// <summary>
/// A PostgreSQL server of our own: checksums, UTF-8, byte order, one superuser without a password, reachable only through
/// a socket in a folder that nobody but the server's user (and root) can enter. It lives as long as this object, and goes
/// within seconds when this process is killed.
/// </summary>
public sealed class LocalCluster : IAsyncDisposable
{
    /// <summary>The name of the superuser.</summary>
    internal const string Superuser = "contentapi";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private readonly ClusterFolder _folder;
    private readonly FolderLock _lock;
    private readonly Supervisor _supervisor;
    private readonly string _sockets;
    private bool _stopped;

    private LocalCluster(ClusterFolder folder, FolderLock folderLock, Supervisor supervisor, string sockets)
    {
        _folder = folder;
        _lock = folderLock;
        _supervisor = supervisor;
        _sockets = sockets;
    }

    /// <summary>The cluster's own folder: <c>data</c>, <c>postgres.log</c> and <c>lock</c>.</summary>
    public string DataDirectory => _folder.Home;

    /// <summary>A sentence that says where the cluster lies and why, when that is not below the folder asked for; else null.</summary>
    public string? MovedBecause => _folder.MovedBecause;

    /// <summary>Starts the cluster and makes it first when the folder has none; returns when it takes connections.</summary>
    /// <exception cref="LocalPostgresException">
    /// PostgreSQL is not installed, is of another version than the data, the folder is in use or cannot be used, or the
    /// server does not start; nothing is left running.
    /// </exception>
    public static async Task<LocalCluster> StartAsync(LocalClusterOptions options, CancellationToken cancellationToken)
    {
        var folder = options.DataDirectory is { } directory
            ? await ClusterFolder.PlaceAsync(directory, cancellationToken)
            : await ClusterFolder.MakeTemporaryAsync(options.TemporaryRoot, cancellationToken);
        try
        {
            return await StartAsync(folder, options, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException(DiskFaults.Find(folder, fault.Message) ?? $"Cannot run a database in {folder.Home}: {fault.Message}", fault);
        }
    }

    /// <summary>An Npgsql connection string for a database of the cluster; a new cluster has one of the name <c>postgres</c>.</summary>
    public string ConnectionString(string database) => new DbConnectionStringBuilder
    {
        ["Host"] = _sockets,
        ["Port"] = 5432,
        ["Username"] = Superuser,
        ["Database"] = database,
    }.ConnectionString;

    /// <summary>Shuts the server down, by force when that takes longer than 4 s.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
        {
            return;
        }

        _stopped = true;
        await _supervisor.StopAsync();
        _supervisor.Dispose();
        _lock.Dispose();
    }

    private static async Task<LocalCluster> StartAsync(ClusterFolder folder, LocalClusterOptions options, CancellationToken cancellationToken)
    {
        var folderLock = await FolderLock.TakeAsync(folder, cancellationToken);
        Supervisor? supervisor = null;
        try
        {
            await ClusterProcesses.EndAsync(folder, cancellationToken);
            var binaries = await PostgresBinaries.FindAsync(ClusterFiles.ReadMajor(folder), folder.Home, cancellationToken);
            await ClusterFiles.MakeAsync(folder, binaries, options, cancellationToken);
            supervisor = Supervisor.Start(folder, binaries, Settings(folder, options));
            var sockets = await WaitUntilReadyAsync(folder, supervisor, cancellationToken);
            return new LocalCluster(folder, folderLock, supervisor, sockets);
        }
        catch
        {
            await (supervisor?.StopAsync() ?? Task.CompletedTask);
            supervisor?.Dispose();
            folderLock.Dispose();
            if (folder.Temporary && Directory.Exists(folder.Home))
            {
                Directory.Delete(folder.Home, recursive: true);
            }

            throw;
        }
    }

    private static Dictionary<string, string> Settings(ClusterFolder folder, LocalClusterOptions options)
    {
        var settings = new Dictionary<string, string>
        {
            // Nothing is replicated or archived from here, so rows of a first import need not be written twice.
            ["wal_level"] = "minimal",
            ["max_wal_senders"] = "0",
            ["listen_addresses"] = "",
            ["port"] = "5432",
            ["cluster_name"] = folder.ClusterName,
        };
        foreach (var (name, value) in options.Settings)
        {
            settings[name] = value;
        }

        return settings;
    }

    /// <summary>The folder of the socket, from the file in which the server says how far it is.</summary>
    private static async Task<string> WaitUntilReadyAsync(ClusterFolder folder, Supervisor supervisor, CancellationToken cancellationToken)
    {
        while (!supervisor.HasExited)
        {
            if (ClusterFiles.ReadPostmasterFile(folder) is { Length: >= 8 } lines && lines[7].Trim() == "ready")
            {
                return lines[4];
            }

            await Task.Delay(Pause, cancellationToken);
        }

        var said = await supervisor.ReadErrorsAsync(cancellationToken) + string.Join('\n', ClusterFiles.ReadLogEnd(folder));
        throw new LocalPostgresException(DiskFaults.Find(folder, said) ?? $"PostgreSQL does not start on {folder.Data}: {said.Trim()}");
    }
}
