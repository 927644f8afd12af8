using System.Diagnostics;
using System.Globalization;

namespace ContentApi.LocalPostgres.Tests;

/// <summary>Another process that owns a cluster and does nothing else, leading a process group as a command in a terminal does.</summary>
internal sealed class ClusterOwner : IDisposable
{
    public const string Verb = "own-cluster";

    private readonly Process _process;

    private ClusterOwner(Process process, string home, string connectionString)
    {
        _process = process;
        Home = home;
        ConnectionString = connectionString;
    }

    public int ProcessId => _process.Id;

    public string Home { get; }

    public string ConnectionString { get; }

    /// <summary>The other side: says where the cluster is, then waits until its standard input ends.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        var options = new LocalClusterOptions { DataDirectory = folder.Length == 0 ? null : folder, Settings = TestSettings.Fast };
        await using var cluster = await LocalCluster.StartAsync(options, CancellationToken.None);
        Console.WriteLine(cluster.DataDirectory);
        Console.WriteLine(cluster.ConnectionString("postgres"));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>Starts it on a data folder, or on a temporary cluster when there is none.</summary>
    public static async Task<ClusterOwner> StartAsync(string? folder, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ContentApi.LocalPostgres.Tests");
        var process = Process.Start(new ProcessStartInfo("setsid", [program, Verb, folder ?? ""])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var home = await process.StandardOutput.ReadLineAsync(cancellationToken);
        var connectionString = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return new ClusterOwner(process, home!, connectionString!);
    }

    /// <summary>SIGKILL for the process and everything in its group.</summary>
    public async Task KillGroupAsync(CancellationToken cancellationToken)
    {
        await Command.RunAsync("sh", ["-c", "kill -s KILL -- \"-$0\"", ProcessId.ToString(CultureInfo.InvariantCulture)], user: null, cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
