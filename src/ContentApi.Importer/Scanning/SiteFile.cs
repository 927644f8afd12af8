namespace ContentApi.Importer.Scanning;

/// <summary>
/// The way to the small files of a site: settings, data, registries. Names come from settings that anyone may have written, so what
/// lies outside of the folder, by its name or behind a link, is not there; a pipe is not waited for.
/// </summary>
internal static class SiteFile
{
    /// <summary>The file, or the one that it is a link to; null when there is none in the folder.</summary>
    /// <param name="folder">Absolute path; links on the way to it do not count.</param>
    /// <param name="path">Path in the folder, with <c>/</c>.</param>
    public static FileInfo? Find(string folder, string path)
    {
        if (FullPathOf(folder, path) is not { } full)
            return null;
        var file = new FileInfo(full);
        if (file.LinkTarget is not null)
            return LinkedFile.LiesBelow(folder, file) ? (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)! : null;
        return file.Exists ? file : null;
    }

    /// <summary>As <see cref="Find"/>, of a file that is no link itself.</summary>
    public static FileInfo? FindUnlinked(string folder, string path) =>
        FullPathOf(folder, path) is { } full && new FileInfo(full) is { LinkTarget: null, Exists: true } file ? file : null;

    /// <summary>Absolute path of what may or may not be there; null when the name leads out of the folder or the way there through a link.</summary>
    public static string? FullPathOf(string folder, string path)
    {
        if (path.Contains('\0') || Path.IsPathRooted(path))
            return null;
        var full = Path.GetFullPath(Path.Combine(folder, path));
        if (full == folder || !LinkedFile.IsBelow(folder, full))
            return null;
        var inside = Path.GetRelativePath(folder, full).Replace(Path.DirectorySeparatorChar, '/');
        return LinkedFile.LeadsThrough(folder, SourcePath.FolderOf(inside)) ? null : full;
    }

    /// <summary>All bytes; null when there are more than so many. What has no length is not opened: reading from a pipe would wait for a writer.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static byte[]? Read(FileInfo file, long maxLength) => file.Length > maxLength ? null : file.Length == 0 ? [] : File.ReadAllBytes(file.FullName);
}
