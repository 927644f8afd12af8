namespace ContentApi.TestSupport;

/// <summary>
/// Where tests put what they throw away. In memory, where there is room, a database is made with a tenth of the processor time:
/// it is some hundred small files.
/// </summary>
public static class ScratchDisk
{
    private const string Memory = "/dev/shm";

    // Far more than the modules that run at a time have taken together.
    private const long Room = 2L << 30;

    /// <summary>A folder that every user may write to.</summary>
    public static string Root { get; } = HasRoom() ? Memory : Path.TrimEndingDirectorySeparator(Path.GetTempPath());

    // A container may have a few megabytes there, and some systems run no program from it.
    private static bool HasRoom() => OperatingSystem.IsLinux()
        && File.ReadLines("/proc/mounts").Select(line => line.Split(' ')).LastOrDefault(mount => mount[1] == Memory) is { } mount
        && mount[3].Split(',') is var options && options.Contains("rw") && !options.Contains("noexec")
        && new DriveInfo(Memory).AvailableFreeSpace > Room;
}
