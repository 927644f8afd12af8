using System.Security.Cryptography;
using System.Text;

namespace ContentApi.LocalPostgres;

/// <summary>The folder that belongs to one cluster: its data, its log and its lock, closed to everybody but the server's user.</summary>
/// <param name="Home">Its full path, without symbolic links.</param>
/// <param name="User">The user that runs the server; null when that is the user of this process.</param>
/// <param name="Temporary">Whether it goes away when the server stops.</param>
/// <param name="MovedBecause">The sentence for <see cref="LocalCluster.MovedBecause"/>.</param>
internal sealed record ClusterFolder(string Home, string? User, bool Temporary = false, string? MovedBecause = null)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Data => Path.Combine(Home, "data");

    public string Log => Path.Combine(Home, "postgres.log");

    public string PostmasterFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>The name that every process of this cluster carries in its title.</summary>
    public string ClusterName => $"contentapi-{Hash(Home)}";

    /// <summary>Where the folder may lie: below the wanted one, or elsewhere when the server's user cannot live there.</summary>
    public static IReadOnlyList<string> PlacesFor(string dataDirectory)
    {
        var wanted = Path.Combine(Path.GetFullPath(dataDirectory), "postgres");
        return [wanted, Path.Combine(FallbackRoot(), Hash(wanted))];
    }

    /// <summary>Makes the folder below the wanted one, or elsewhere when the server's user cannot live there.</summary>
    public static Task<ClusterFolder> PlaceAsync(string dataDirectory, CancellationToken cancellationToken) => PlaceAsync(PlacesFor(dataDirectory), cancellationToken);

    /// <summary>Makes the first of two folders, or the second when the server's user cannot live in the first.</summary>
    public static async Task<ClusterFolder> PlaceAsync(IReadOnlyList<string> places, CancellationToken cancellationToken)
    {
        var (folder, obstacle) = await TryAsync(places[0], cancellationToken);
        if (folder is not null)
        {
            return folder;
        }

        (folder, var second) = await TryAsync(places[1], cancellationToken);
        return folder is null
            ? throw new LocalPostgresException($"No place for the database: {obstacle}, and {second}. Choose another folder with --data.")
            : folder with { MovedBecause = $"The database lies in {folder.Home}, because {obstacle}." };
    }

    /// <summary>Makes a folder that nobody else knows.</summary>
    public static async Task<ClusterFolder> MakeTemporaryAsync(string root, CancellationToken cancellationToken)
    {
        var user = Environment.IsPrivilegedProcess ? await ServerUser.FindAsync(cancellationToken) : null;
        var made = await Command.RunAsync("sh", ["-c", "cd \"$(mktemp -d \"$0/contentapi.XXXXXX\")\" && pwd -P", root], user, cancellationToken);
        return made.ExitCode == 0
            ? new ClusterFolder(made.Output.TrimEnd('\n'), user, Temporary: true)
            : throw new LocalPostgresException($"Cannot make a temporary folder for the database: {made.Errors.Trim()}");
    }

    private static async Task<(ClusterFolder? Folder, string? Obstacle)> TryAsync(string path, CancellationToken cancellationToken)
    {
        var made = Missing(path);
        string obstacle;
        try
        {
            Make(path, made);
            if (!FolderLock.IsIn(path) && Directory.EnumerateFileSystemEntries(path).Any())
            {
                throw new LocalPostgresException($"The folder {path} holds something else than a database of contentapi's: choose another folder with --data.");
            }

            var user = Environment.IsPrivilegedProcess ? await ServerUser.OwnAsync(path, cancellationToken) : null;
            File.SetUnixFileMode(path, OwnerOnly);
            var real = await Command.RunAsync("sh", ["-c", "cd \"$0\" && pwd -P", path], user, cancellationToken);
            if (real.ExitCode == 0 && File.GetUnixFileMode(path) == OwnerOnly)
            {
                return (new ClusterFolder(real.Output.TrimEnd('\n'), user), null);
            }

            obstacle = real.ExitCode == 0
                ? $"the file system of {path} keeps no permissions"
                : $"PostgreSQL does not run as root, and the user {user} that runs it cannot reach {path}";
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new LocalPostgresException($"The folder {path} is closed to this user: start as its owner, or choose another folder with --data.", fault);
        }
        catch (IOException fault)
        {
            throw new LocalPostgresException($"Cannot use the folder {path} for the database: {fault.Message.TrimEnd('.')}. Choose another folder with --data.", fault);
        }

        if (made.Count > 0)
        {
            Directory.Delete(made[^1], recursive: true);
        }

        return (null, obstacle);
    }

    /// <summary>The folder and those above it that do not exist yet, the innermost first.</summary>
    public static List<string> Missing(string path)
    {
        var missing = new List<string>();
        for (var folder = path; folder is not null && !Directory.Exists(folder); folder = Path.GetDirectoryName(folder))
        {
            missing.Add(folder);
        }

        return missing;
    }

    // Under root's umask of 077 the server's user could not pass the folders that are made here.
    private static void Make(string path, List<string> missing)
    {
        Directory.CreateDirectory(path);
        foreach (var folder in missing)
        {
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
    }

    private static string FallbackRoot() => Environment.IsPrivilegedProcess
        ? "/var/lib/contentapi"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "contentapi");

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];
}
