namespace ContentApi.Importer.Scanning;

/// <summary>Says where symbolic links lead.</summary>
internal static class LinkedFile
{
    /// <summary>
    /// True when the link ends at an existing file below the root without passing another link on the way, or a name that begins
    /// with a dot: what is hidden, such as the settings of a repository with its keys, is no content by another name either.
    /// </summary>
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

        if (target is not FileInfo { Exists: true } || !IsBelow(root, target.FullName) || ScanRules.IsHidden(target.Name))
            return false;
        for (var folder = Path.GetDirectoryName(target.FullName)!; folder.Length > root.Length; folder = Path.GetDirectoryName(folder)!)
        {
            if (ScanRules.IsHidden(Path.GetFileName(folder)) || new DirectoryInfo(folder).LinkTarget is not null)
                return false;
        }

        return true;
    }

    /// <summary>True when the way from a folder to a path in it leads through a link, or ends at one.</summary>
    /// <param name="folder">Absolute path; links on the way to it do not count.</param>
    /// <param name="path">Path in the folder, with <c>/</c>.</param>
    public static bool LeadsThrough(string folder, string path)
    {
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            folder = Path.Combine(folder, part);
            if (new FileInfo(folder).LinkTarget is not null)
                return true;
        }

        return false;
    }

    /// <summary>True for an absolute path in a folder; both without <c>..</c>.</summary>
    public static bool IsBelow(string root, string path) =>
        path.StartsWith(root, StringComparison.Ordinal) && (root.EndsWith(Path.DirectorySeparatorChar) || path[root.Length] == Path.DirectorySeparatorChar);
}
