using System.IO.Enumeration;

namespace ContentApi.Importer.Scanning;

/// <summary>What lies in a folder, as one look at it tells.</summary>
/// <param name="Name">As the file system spells it.</param>
/// <param name="IsFolder">True also for a link to a folder.</param>
/// <param name="IsLink">True for a symbolic link.</param>
/// <param name="Length">Bytes of a file; 0 when it has none, or cannot be looked at.</param>
/// <param name="ModifiedAt">Time of the last change, in ticks of UTC.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder, bool IsLink, long Length, long ModifiedAt)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Lists a folder, in no order.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be read.</exception>
    public static List<FolderEntry> List(string folder) => [.. new FileSystemEnumerable<FolderEntry>(folder, Look, Everything)];

    private static FolderEntry Look(ref FileSystemEntry entry)
    {
        var name = entry.FileName.ToString();
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;
        var isFile = !entry.IsDirectory && !isLink;
        return new FolderEntry(name, entry.IsDirectory, isLink, isFile ? entry.Length : 0, isFile ? entry.LastWriteTimeUtc.UtcTicks : 0);
    }
}
