using ContentApi.Importer.Mapping;

namespace ContentApi.Importer.Scanning;

/// <summary>Tells files that have changed from those that have not, without opening them. Safe to call from several threads.</summary>
/// <param name="startedAt">Start of the run.</param>
/// <param name="trustsTimes">False where times of change say nothing, as in an archive that was just unpacked.</param>
/// <param name="blobs">Ids of the files' contents in a repository, by path; null when the files come from no repository.</param>
internal sealed class FileStamps(DateTimeOffset startedAt, bool trustsTimes, IReadOnlyDictionary<string, string>? blobs)
{
    // A file may change again within one tick of its file system's clock, after it was read (Git calls it racily clean). No clock
    // that people use is coarser than the two seconds of FAT.
    private static readonly TimeSpan CoarsestTick = TimeSpan.FromSeconds(2);

    private readonly long _settled = (startedAt - CoarsestTick).UtcTicks;

    /// <summary>Two stamps of a file are equal only when its bytes are; null when nothing can be said.</summary>
    public Guid? Of(SourceFile file)
    {
        if (blobs is not null)
            return blobs.GetValueOrDefault(file.Path) is { } blob ? NaturalKey.BlobStamp(blob) : null;
        return trustsTimes && file.Length > 0 && file.ModifiedAt > 0 && file.ModifiedAt < _settled ? NaturalKey.TimeStamp(file.Length, file.ModifiedAt) : null;
    }
}
