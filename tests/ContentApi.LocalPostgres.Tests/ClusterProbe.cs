using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace ContentApi.LocalPostgres.Tests;

/// <summary>What tests ask of a cluster.</summary>
internal static class ClusterProbe
{
    public static Task<LocalCluster> StartAsync(string folder) =>
        LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = folder, Settings = TestSettings.Fast }, TestContext.Current.CancellationToken);

    public static async Task<string?> QueryAsync(this LocalCluster cluster, string sql) => await QueryAsync(cluster.ConnectionString("postgres"), sql);

    public static async Task<string?> QueryAsync(string connectionString, string sql)
    {
        await using var connection = await OpenAsync(connectionString);
        await using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }

    public static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static string ReadServerId(string home) => File.ReadLines(PostmasterFile(home)).First();

    public static string PostmasterFile(string home) => Path.Combine(home, "data", "postmaster.pid");

    public static void KillServer(string home)
    {
        using var server = Process.GetProcessById(int.Parse(ReadServerId(home), CultureInfo.InvariantCulture));
        server.Kill();
    }

    public static Task<IReadOnlyList<string>> FindProcessesAsync(string home) =>
        ClusterProcesses.FindAsync(new ClusterFolder(home, User: null).ClusterName, TestContext.Current.CancellationToken);

    /// <summary>Waits until the condition holds; a time-out of 60 s is the failure.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }
}
