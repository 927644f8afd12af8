namespace ContentApi.Importer.Scanning;

/// <summary>A file that may hold an article.</summary>
/// <param name="Path">Below the root, with <c>/</c>, exactly as the file system spells it.</param>
/// <param name="FullPath">Where to open it.</param>
/// <param name="Length">Bytes; 0 also for what has no length, such as pipes, which must not be opened; <see cref="UnknownLength"/>.</param>
internal sealed record SourceFile(string Path, string FullPath, long Length)
{
    /// <summary>The length of a file that cannot be looked at.</summary>
    public const long UnknownLength = -1;
}
