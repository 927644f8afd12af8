namespace ContentApi.Benchmarks.Importing;

/// <summary>The processes of a PostgreSQL server on Linux.</summary>
/// <param name="dataDirectory">Folder of the cluster; the server runs.</param>
internal sealed class ServerProcesses(string dataDirectory)
{
    private const int TicksPerSecond = 100;   // USER_HZ, the same on all that Linux runs on

    private readonly int _postmaster = int.Parse(File.ReadLines(Path.Combine(dataDirectory, "data", "postmaster.pid")).First());

    /// <summary>User and system time since the server's start, of processes that have ended too.</summary>
    public TimeSpan ReadProcessorTime()
    {
        long ticks = 0;
        foreach (var process in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => char.IsAsciiDigit(name![0])))
        {
            if (ReadFields($"/proc/{process}/stat") is not { } fields)
                continue;

            // proc(5): 4 is the parent, 14 and 15 the process's own time, 16 and 17 that of its ended children.
            if (process == $"{_postmaster}")
                ticks += fields[14] + fields[15] + fields[16] + fields[17];
            else if (fields[4] == _postmaster)
                ticks += fields[14] + fields[15];
        }

        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    // By their numbers in proc(5); null when the process is gone. The name, the second, may hold blanks and brackets.
    private static long[]? ReadFields(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            return [0, 0, 0, 0, .. text[(text.LastIndexOf(')') + 4)..].Split(' ').Take(14).Select(long.Parse)];
        }
        catch (IOException)
        {
            return null;
        }
    }
}
