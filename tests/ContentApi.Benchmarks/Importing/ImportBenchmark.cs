using System.Diagnostics;
using ContentApi.LocalPostgres;
using Npgsql;

namespace ContentApi.Benchmarks.Importing;

/// <summary>
/// Compares imports with Hugo, which renders the same folder to memory. PostgreSQL is a private server as <c>dev</c> starts it,
/// reached through its socket.
/// </summary>
/// <param name="files">Number of articles.</param>
/// <param name="rounds">Turns of each side.</param>
/// <param name="program">Path of contentapi.</param>
internal sealed class ImportBenchmark(int files, int rounds, string program)
{
    /// <summary>Makes the folder, runs, and prints a table.</summary>
    public async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("generated-").FullName;
        try
        {
            await using var cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null }, CancellationToken.None);
            Dictionary<string, List<ProcessCost>> costs = [];
            for (var round = 0; round < rounds; round++)
            {
                await RunRoundAsync(cluster, folder, costs);
            }

            Print(costs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunRoundAsync(LocalCluster cluster, string folder, Dictionary<string, List<ProcessCost>> costs)
    {
        const string Database = "imported";
        await ExecuteAsync(cluster, $"create database {Database}");
        var measured = new MeasuredProcess(new ServerProcesses(cluster.DataDirectory));
        await measured.RunAsync([program, "migrate", "--database", cluster.ConnectionString(Database)]);
        GeneratedFolder.Write(folder, files);

        await AddAsync("Hugo", ["hugo", "--renderToMemory", "--quiet", "--source", folder]);
        await AddAsync("first import", Import());
        await AddAsync("again, nothing changed", Import());
        GeneratedFolder.Change(folder);
        await AddAsync("again, every file changed", Import());
        await ExecuteAsync(cluster, $"drop database {Database}");

        string[] Import() => [program, "import", Path.Combine(folder, "content"), "--database", cluster.ConnectionString(Database)];

        async Task AddAsync(string what, string[] command)
        {
            await SettleAsync(cluster, folder);
            if (!costs.TryGetValue(what, out var list))
                costs.Add(what, list = []);
            list.Add(await measured.RunAsync(command));
        }
    }

    // What was written before is not this one's to flush, and all find the files in the page cache.
    private static async Task SettleAsync(LocalCluster cluster, string folder)
    {
        await ExecuteAsync(cluster, "checkpoint");
        using (var sync = Process.Start("sync"))
            await sync.WaitForExitAsync();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            _ = await File.ReadAllBytesAsync(file);
    }

    private static async Task ExecuteAsync(LocalCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection($"{cluster.ConnectionString("postgres")};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }

    private void Print(Dictionary<string, List<ProcessCost>> costs)
    {
        Console.WriteLine($"{files} files, {rounds} rounds, {Environment.ProcessorCount} cores; medians, ratios are medians of the rounds' ratios");
        Console.WriteLine();
        Console.WriteLine("| | s | files/s | CPU, µs a file | PostgreSQL, µs a file | peak, MB | as fast as Hugo | CPU of Hugo to all CPU |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        var hugo = costs["Hugo"];
        foreach (var (what, list) in costs)
        {
            var seconds = Median.Of(list.Select(x => x.Elapsed.TotalSeconds));
            var processor = Median.Of(list.Select(x => x.Processor.TotalMicroseconds / files));
            var database = Median.Of(list.Select(x => x.DatabaseProcessor.TotalMicroseconds / files));
            var peak = Median.Of(list.Select(x => x.PeakBytes / 1e6));
            var faster = Median.Of(hugo.Zip(list, (theirs, ours) => theirs.Elapsed / ours.Elapsed));
            var cheaper = Median.Of(hugo.Zip(list, (theirs, ours) => theirs.Processor / ours.AllProcessors));
            Console.WriteLine($"| {what} | {seconds:F2} | {files / seconds:F0} | {processor:F0} | {(what == "Hugo" ? "" : $"{database:F0}")} | {peak:F0} | {faster:F2} | {cheaper:F2} |");
        }
    }
}
