namespace ContentApi.Server.Freezing;

/// <summary>The folder that a freeze writes: it is exchanged whole, by renaming, so that nobody who reads it sees a half.</summary>
internal sealed class TargetFolder : IDisposable
{
    private readonly string _path;

    /// <param name="path">As the user wrote it; a link is followed, and stays.</param>
    /// <exception cref="FreezeRefusedException">It holds something that no freeze wrote.</exception>
    public TargetFolder(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        _path = new DirectoryInfo(full) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : full;
        var parent = Path.GetDirectoryName(_path);
        if (parent is null || File.Exists(_path) || (Directory.Exists(_path) && !IsEmpty(_path) && !IsFrozen(_path)))
            throw new FreezeRefusedException($"'{path}' holds something that freeze did not write, and would be replaced: name a folder that is new or empty, or one that freeze wrote.");
        Draft = Path.Combine(parent, $".{Path.GetFileName(_path)}.{Guid.NewGuid():N}");
    }

    /// <summary>Where to write until all is there.</summary>
    public string Draft { get; }

    /// <summary>Empties the draft.</summary>
    public void Clear()
    {
        Delete(Draft);
        Directory.CreateDirectory(Draft);
    }

    /// <summary>Puts the draft in the place of what was there.</summary>
    public void Exchange()
    {
        if (!Directory.Exists(_path))
        {
            Directory.Move(Draft, _path);
            return;
        }

        var old = $"{Draft}.old";
        Directory.Move(_path, old);
        try
        {
            Directory.Move(Draft, _path);
        }
        catch
        {
            Directory.Move(old, _path);
            throw;
        }

        Delete(old);
    }

    /// <summary>Removes a draft that was not taken.</summary>
    public void Dispose() => Delete(Draft);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();

    private static bool IsFrozen(string folder) => FrozenFiles.Parts.All(part =>
    {
        var entries = Directory.GetFileSystemEntries(folder);
        folder = Path.Combine(folder, part);
        return entries is [var only] && only == folder && Directory.Exists(folder);
    });
}
