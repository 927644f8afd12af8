using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.LocalPostgres;

/// <summary>The server programs of one PostgreSQL installation.</summary>
internal sealed partial record PostgresBinaries(string Directory, int Major)
{
    private const int Oldest = 15;

    /// <summary>For example <c>15.14</c>.</summary>
    public string Version { get; init; } = "";

    /// <summary>Whether it is new enough.</summary>
    public bool IsUsable => Major >= Oldest;

    public string Postgres => Path.Combine(Directory, "postgres");

    public string Initdb => Path.Combine(Directory, "initdb");

    /// <summary>Finds the newest installation, or the one that can open a cluster of the given major version.</summary>
    public static async Task<PostgresBinaries> FindAsync(int? dataMajor, string data, CancellationToken cancellationToken) =>
        Choose(await FindAllAsync(cancellationToken), dataMajor, data);

    /// <summary>Finds every installation, also those that are too old.</summary>
    public static async Task<IReadOnlyList<PostgresBinaries>> FindAllAsync(CancellationToken cancellationToken)
    {
        var found = new List<PostgresBinaries>();
        foreach (var directory in Candidates())
        {
            var version = await Command.RunAsync(Path.Combine(directory, "postgres"), ["--version"], user: null, cancellationToken);
            if (VersionPattern().Match(version.Output) is { Success: true } match)
            {
                var major = int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture);
                found.Add(new PostgresBinaries(directory, major) { Version = match.Groups["version"].Value });
            }
        }

        return found;
    }

    internal static PostgresBinaries Choose(IReadOnlyList<PostgresBinaries> found, int? dataMajor, string data)
    {
        var usable = found.Where(one => one.IsUsable).OrderByDescending(one => one.Major).ToList();
        if (usable.Count == 0)
        {
            var old = found.Count == 0 ? "" : $" (found: {string.Join(", ", found.Select(one => $"{one.Major} in {one.Directory}"))})";
            throw new LocalPostgresException(
                $"PostgreSQL {Oldest} or newer is not installed{old}: install its server, with `apt-get install postgresql` or `brew install postgresql@17`, or name a database with --database.");
        }

        return usable.Find(one => dataMajor is null || one.Major == dataMajor)
            ?? throw new LocalPostgresException(
                $"The data in {data} were written by PostgreSQL {dataMajor}, and {usable[0].Major} is installed: install PostgreSQL {dataMajor}, or delete that folder to start anew.");
    }

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] packages =
        [
            .. Versions("/usr/lib/postgresql", "*"),
            .. Versions("/opt/homebrew/opt", "postgresql@*"),
            .. Versions("/usr/local/opt", "postgresql@*"),
            .. Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"),
        ];
        return path.Concat(packages)
            .Where(directory => File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb")))
            .Select(Resolve)
            .Distinct();
    }

    private static IEnumerable<string> Versions(string root, string pattern) =>
        System.IO.Directory.Exists(root)
            ? System.IO.Directory.EnumerateDirectories(root, pattern).Select(directory => Path.Combine(directory, "bin"))
            : [];

    // A link on PATH to /usr/lib/postgresql/15/bin/postgres is that installation, not a second one.
    private static string Resolve(string directory)
    {
        var program = new FileInfo(Path.Combine(directory, "postgres"));
        return Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName)!;
    }

    [GeneratedRegex(@"^postgres \(PostgreSQL\) (?<version>(?<major>\d+)\S*)", RegexOptions.CultureInvariant)]
    private static partial Regex VersionPattern();
}
