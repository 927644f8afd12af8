using System.Diagnostics;

namespace ContentApi.TestSupport;

/// <summary>A folder of a test's own that every user can enter; it is deleted when disposed of.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes the folder.</summary>
    public TemporaryFolder()
        : this(ScratchDisk.Root)
    {
    }

    /// <summary>Makes the folder in another one.</summary>
    public TemporaryFolder(string root)
    {
        Path = System.IO.Path.Combine(root, $"contentapi-test-{System.IO.Path.GetRandomFileName()}");
        Directory.CreateDirectory(Path);
        File.SetUnixFileMode(Path, Mode);
    }

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The path of something in it.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes it with everything in it, also what has a name that is no UTF-8, which .NET cannot say.</summary>
    public void Dispose()
    {
        using var remove = Process.Start("rm", ["-rf", Path]);
        remove.WaitForExit();
    }
}
