namespace ContentApi.Server.Hosting;

/// <summary>Opens files that lie below a folder, wherever symbolic links lead.</summary>
internal static class ContainedFile
{
    // As many as Linux follows in one path.
    private const int MaxLinks = 40;

    /// <summary>Opens a file for reading.</summary>
    /// <returns>Null when there is no such file below the folder, it has no bytes, or it cannot be read.</returns>
    public static FileStream? Open(string root, string relativePath)
    {
        try
        {
            var folder = Resolve(Path.GetFullPath(root));
            var path = Resolve(Path.GetFullPath(Path.Combine(root, relativePath)));
            if (folder is null || path is null || !path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                return null;

            // Pipes and devices, which could block, have no length.
            return new FileInfo(path) is { Exists: true, Length: > 0 }
                ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.Asynchronous)
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Resolve(string path)
    {
        var links = 0;
        return Resolve(path, ref links);
    }

    // File.ResolveLinkTarget follows the last part of a path only, not the folders on the way to it.
    private static string? Resolve(string path, ref int links)
    {
        var resolved = Path.GetPathRoot(path)!;
        foreach (var part in path[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(resolved, part);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++links > MaxLinks || Resolve(Path.GetFullPath(target, resolved), ref links) is not { } end)
                    return null;
                next = end;
            }

            resolved = next;
        }

        return resolved;
    }
}
