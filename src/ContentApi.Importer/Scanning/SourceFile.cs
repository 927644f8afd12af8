namespace ContentApi.Importer.Scanning;

/// <summary>A file that may hold an article, or an image. There is one for every file of a folder, so it holds little.</summary>
/// <param name="Root">Absolute path of the folder.</param>
/// <param name="Path">Below the root, with <c>/</c>, exactly as the file system spells it.</param>
/// <param name="Length">Bytes; 0 also for what has no length, such as pipes, which must not be opened; <see cref="UnknownLength"/>.</param>
/// <param name="ModifiedAt">Time of the last change, in ticks of UTC; 0 when it is not known.</param>
internal sealed record SourceFile(string Root, string Path, long Length, long ModifiedAt)
{
    /// <summary>The length of a file that cannot be looked at.</summary>
    public const long UnknownLength = -1;

    /// <summary>Where to open it.</summary>
    public string FullPath => System.IO.Path.Combine(Root, Path);
}
