using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Scanning;

/// <summary>A file of the folder and what is known of it before it is read.</summary>
/// <param name="File">The file.</param>
/// <param name="Id">The article's id, old or new.</param>
/// <param name="Stored">The article of an earlier import; null when the file is new.</param>
/// <param name="MustRead">True when the article has to be made again even from the same bytes.</param>
internal sealed record PlannedFile(SourceFile File, Guid Id, StoredArticle? Stored, bool MustRead)
{
    /// <summary>True when the article lay in another file.</summary>
    public bool IsRenamed => Stored is not null && Stored.FilePath != File.Path;
}
