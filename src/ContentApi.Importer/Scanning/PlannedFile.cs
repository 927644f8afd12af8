using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Scanning;

/// <summary>A file that is to be read, and what is known of it before.</summary>
/// <param name="Place">Its place in the scan.</param>
/// <param name="File">The file.</param>
/// <param name="Id">The article's id, old or new.</param>
/// <param name="Stored">What it was at an earlier import, perhaps by another name; null when the file is new.</param>
/// <param name="MustRead">True when the article has to be made again even from the same bytes.</param>
internal sealed record PlannedFile(int Place, SourceFile File, Guid Id, StoredFile? Stored, bool MustRead)
{
    /// <summary>True when the article lay in another file.</summary>
    public bool IsRenamed => Stored is not null && Stored.FilePath != File.Path;
}
