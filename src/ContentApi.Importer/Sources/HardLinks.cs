using System.Runtime.InteropServices;

namespace ContentApi.Importer.Sources;

/// <summary>Gives files second names, which .NET cannot.</summary>
internal static class HardLinks
{
    private static readonly EnumerationOptions AllButLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Makes the files of a folder and of those below it be in another one too. Those that cannot be are left out: the file system may have no such links.</summary>
    /// <param name="from">Absolute path; symbolic links in it are left out.</param>
    /// <param name="to">Absolute path of a folder that is there.</param>
    public static void AddAll(string from, string to)
    {
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos("*", AllButLinks))
        {
            var path = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo)
                AddAll(entry.FullName, Directory.CreateDirectory(path).FullName);
            else
                _ = Link(entry.FullName, path);
        }
    }

    // link(2)
    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
