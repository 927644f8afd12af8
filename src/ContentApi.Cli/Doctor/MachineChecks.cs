using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Serving;
using ContentApi.LocalPostgres;
using ContentApi.Server;

namespace ContentApi.Cli.Doctor;

/// <summary>Looks at this machine: what is installed, and whether <c>dev</c> could run.</summary>
internal sealed class MachineChecks(DoctorOptions options)
{
    // A new cluster takes 40 MB, and what is imported comes on top.
    private const long FewestFreeBytes = 200L * 1024 * 1024;

    public async Task<CheckGroup> RunAsync(CancellationToken cancellationToken)
    {
        var installed = await PostgresInstallation.FindAllAsync(cancellationToken);
        return new CheckGroup("This machine", [CheckVersion(), CheckSystem(), .. CheckPostgres(installed), CheckIde(), CheckPort(), await CheckDataAsync(installed, cancellationToken)]);
    }

    // With a database of one's own, no private one is needed.
    private CheckMark Unless(CheckMark mark) => options.Database is null ? mark : CheckMark.Note;

    private static Check CheckVersion() => new(CheckMark.Good, "contentapi", VersionAction.VersionWithCommit);

    private static Check CheckSystem() => new(
        CheckMark.Good,
        "system",
        $"{RuntimeInformation.FrameworkDescription} on {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}");

    internal IEnumerable<Check> CheckPostgres(IReadOnlyList<PostgresInstallation> installed)
    {
        foreach (var found in installed)
        {
            yield return new Check(
                found.IsUsable ? CheckMark.Good : CheckMark.Note,
                "postgresql",
                $"{found.Version} in {found.Directory}{(found.IsUsable ? "" : ", too old for dev")}");
        }

        if (!installed.Any(found => found.IsUsable))
        {
            yield return new Check(
                Unless(CheckMark.Fault),
                "postgresql",
                "no server of version 15 or newer is installed; dev runs a private one",
                options.Database is null ? "Install it, with 'apt-get install postgresql' or 'brew install postgresql@17', or name a database with --database." : null);
        }
    }

    private static Check CheckIde()
    {
        if (IdeFiles.Folder is { } folder)
        {
            return new Check(CheckMark.Good, "graphiql", folder);
        }

        var hasNode = FindProgram("node") is not null && FindProgram("npm") is not null;
        return new Check(
            CheckMark.Warning,
            "graphiql",
            $"its files are missing, and {(hasNode ? "Node.js is installed" : "so is Node.js")}; the API works without it",
            hasNode ? "Run ide/build in the repository." : "Install Node.js 18 or later with npm, and run ide/build in the repository.");
    }

    private static string? FindProgram(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    private Check CheckPort()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"port {options.Port}");
        return Port.FindObstacle(IPAddress.Loopback, options.Port) switch
        {
            null => new Check(CheckMark.Good, name, "free"),
            { SocketErrorCode: SocketError.AddressAlreadyInUse } => new Check(
                CheckMark.Warning, name, "taken by another program, which may be contentapi itself", "Stop that program, or start with --port 0, which picks a free one."),
            var obstacle => new Check(CheckMark.Warning, name, obstacle.Message, "Start with --port 0, which picks a free one."),
        };
    }

    private async Task<Check> CheckDataAsync(IReadOnlyList<PostgresInstallation> installed, CancellationToken cancellationToken)
    {
        const string Name = "data";
        try
        {
            var place = await ClusterPlace.FindAsync(options.DataDirectory, cancellationToken);
            if (place.Major is { } major && !installed.Any(found => found.IsUsable && found.Major == major))
            {
                return new Check(
                    Unless(CheckMark.Fault), Name, $"{place.Folder} was written by PostgreSQL {major}, which is not installed", $"Install PostgreSQL {major}, or delete that folder to start anew.");
            }

            if (place.InUse is { } user)
            {
                return new Check(CheckMark.Warning, Name, $"{place.Folder} is in use", user);
            }

            var free = string.Create(CultureInfo.InvariantCulture, $"{place.FreeBytes / (1024 * 1024):N0} MB free");
            return place.FreeBytes < FewestFreeBytes
                ? new Check(Unless(CheckMark.Warning), Name, $"{place.Folder}: only {free}", "Make room there, or choose another folder with --data.")
                : new Check(CheckMark.Good, Name, $"{place.Folder} can hold the private database, {free}", place.MovedBecause);
        }
        catch (LocalPostgresException fault)
        {
            return new Check(Unless(CheckMark.Fault), Name, $"{options.DataDirectory} cannot hold the private database now", fault.Message);
        }
    }
}
