using System.Globalization;

namespace ContentApi.LocalPostgres;

/// <summary>
/// The processes that a killed run left behind: a server that its shell is just stopping, or a busy backend that outlived
/// its killed server and keeps the shared memory, which makes every later start fail.
/// </summary>
internal static class ClusterProcesses
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for them to go, and ends those that stay. The caller holds the folder's lock.</summary>
    public static async Task EndAsync(ClusterFolder folder, CancellationToken cancellationToken)
    {
        // INT lets a server shut down, and a backend cancel its query and see that its server is gone.
        string[] signals = ["INT", "QUIT", "KILL"];
        foreach (var signal in signals)
        {
            var left = await FindAsync(folder.ClusterName, cancellationToken);
            if (left.Count == 0)
            {
                return;
            }

            await Command.RunAsync("sh", ["-c", "kill -s \"$0\" \"$@\"", signal, .. left], user: null, cancellationToken);
            for (var waited = TimeSpan.Zero; left.Count > 0 && waited < TimeSpan.FromSeconds(5); waited += Pause)
            {
                await Task.Delay(Pause, cancellationToken);
                left = await FindAsync(folder.ClusterName, cancellationToken);
            }
        }

        if (await FindAsync(folder.ClusterName, cancellationToken) is { Count: > 0 } stuck)
        {
            throw new LocalPostgresException(
                $"Processes of an earlier run still hold the database in {folder.Home} and cannot be ended: {string.Join(", ", stuck)}.");
        }
    }

    /// <summary>Process ids whose command line is a server's of this cluster's name, or the title of one of its backends.</summary>
    internal static async Task<IReadOnlyList<string>> FindAsync(string clusterName, CancellationToken cancellationToken)
    {
        var lines = OperatingSystem.IsLinux()
            ? Directory.EnumerateDirectories("/proc").Select(ReadProcess)
            : (await Command.RunAsync("ps", ["-axww", "-o", "pid=,command="], user: null, cancellationToken)).Output.Split('\n');
        return lines.Select(line => line.TrimStart().Split(' ', 2))
            .Where(parts => parts.Length == 2 && IsServer(parts[1]) && parts[1].Contains(clusterName, StringComparison.Ordinal))
            .Select(parts => parts[0])
            .ToList();
    }

    private static bool IsServer(string commandLine)
    {
        var program = commandLine.Split(' ', 2)[0];
        return program == "postgres:" || program.EndsWith("/postgres", StringComparison.Ordinal);
    }

    private static string ReadProcess(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return "";
        }

        try
        {
            return $"{id} {File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ')}";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return "";   // ended in the meantime, or another user's
        }
    }
}
