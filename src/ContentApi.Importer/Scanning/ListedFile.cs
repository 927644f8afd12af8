using Microsoft.Win32.SafeHandles;

namespace ContentApi.Importer.Scanning;

/// <summary>Opens files that a scan has listed, some seconds later: what has come in their place meanwhile is not followed.</summary>
internal static class ListedFile
{
    /// <summary>
    /// Opens a file as it is now, changed or not. A pipe in its place would be waited for, a link may lead out of the folder, and one
    /// without bytes is about to be written: they count as gone.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such file in the folder any more.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static SafeFileHandle Open(SourceFile file, FileOptions options = FileOptions.None) =>
        File.OpenHandle(IsAsListed(file) ? file.FullPath : FindAgain(file), options: options);

    // One look, because this is asked of every file. Length and time of a link are its own, so links are looked at closely each time.
    private static bool IsAsListed(SourceFile file)
    {
        var now = new FileInfo(file.FullPath);
        return now.Exists && !now.Attributes.HasFlag(FileAttributes.ReparsePoint) && now.Length == file.Length && now.LastWriteTimeUtc.Ticks == file.ModifiedAt;
    }

    private static string FindAgain(SourceFile file) => SiteFile.Find(file.Root, file.Path) is { Length: > 0 } now
        ? now.FullName
        : throw new FileNotFoundException("There is no such file in the folder any more.", file.FullPath);
}
