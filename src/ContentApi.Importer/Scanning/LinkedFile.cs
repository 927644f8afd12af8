namespace ContentApi.Importer.Scanning;

/// <summary>Says where symbolic links to files lead.</summary>
internal static class LinkedFile
{
    /// <summary>True when the link ends at an existing file below the root without passing another link on the way.</summary>
    public static bool LiesBelow(string root, FileSystemInfo link)
    {
        FileSystemInfo? target;
        try
        {
            target = link.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            return false;   // a loop, or a target that cannot exist
        }

        if (target is not FileInfo { Exists: true } || !IsBelow(root, target.FullName))
            return false;
        for (var folder = Path.GetDirectoryName(target.FullName)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (new DirectoryInfo(folder).LinkTarget is not null)
                return false;
        }

        return true;
    }

    private static bool IsBelow(string root, string path) =>
        path.StartsWith(root, StringComparison.Ordinal) && (root.EndsWith(Path.DirectorySeparatorChar) || path[root.Length] == Path.DirectorySeparatorChar);
}
