using System.Globalization;

namespace ContentApi.LocalPostgres;

/// <summary>Makes a cluster's files, and reads what they say.</summary>
internal static class ClusterFiles
{
    private const int LogLines = 12;

    /// <summary>The major version that wrote the cluster, or null when there is none yet.</summary>
    public static int? ReadMajor(ClusterFolder folder)
    {
        var file = Path.Combine(folder.Data, "PG_VERSION");
        return File.Exists(file) ? int.Parse(File.ReadAllText(file), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) : null;
    }

    public static IEnumerable<string> ReadLogEnd(ClusterFolder folder) =>
        File.Exists(folder.Log) ? File.ReadLines(folder.Log).TakeLast(LogLines) : [];

    /// <summary>
    /// The lines in which a server says how far it is: process id, data folder, start, port, folder of the socket, address,
    /// shared memory, state. None when there is no server.
    /// </summary>
    public static string[] ReadPostmasterFile(ClusterFolder folder)
    {
        try
        {
            return File.ReadAllLines(folder.PostmasterFile);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }

    /// <summary>Makes the cluster when the folder has none, and clears what a killed run left.</summary>
    public static async Task MakeAsync(
        ClusterFolder folder, PostgresBinaries binaries, LocalClusterOptions options, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder.Data))
        {
            // The lock is ours and no process of the cluster lives, so whatever process has this id by now is another one:
            // the server would refuse to start as long as that one lives.
            File.Delete(folder.PostmasterFile);
            return;
        }

        // Made aside and renamed, so that a cluster is there whole or not at all. The name is new each time, because an
        // initdb that outlived its killed parent may still be writing under the last one.
        foreach (var unfinished in Directory.EnumerateDirectories(folder.Home, "data.*"))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var made = $"{folder.Data}.{Guid.NewGuid():N}";

        // macOS has no C.UTF-8; both sort by bytes and know the letters of every script.
        string[] locale = OperatingSystem.IsMacOS() ? ["--locale=C", "--lc-ctype=UTF-8"] : ["--locale=C.UTF-8", "--lc-messages=C"];
        string[] sync = options.Settings.GetValueOrDefault("fsync") == "off" ? ["--no-sync"] : [];
        string[] arguments =
        [
            "-D", made, "-U", LocalCluster.Superuser, "--auth-local=trust", "--auth-host=reject", "--encoding=UTF8",
            "--data-checksums", "--no-instructions", .. locale, .. sync,
        ];
        var result = await Command.RunAsync(binaries.Initdb, arguments, folder.User, cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new LocalPostgresException(DiskFaults.Find(folder, result.Errors) ?? $"Cannot make a database in {folder.Home}: {result.Errors.Trim()}");
        }

        Directory.Move(made, folder.Data);
    }
}
