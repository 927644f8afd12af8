using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Scanning;

/// <summary>Which article each file is and which of them have to be read, decided before any file is parsed.</summary>
internal sealed class ImportPlan
{
    private readonly FolderScan _scan;
    private readonly bool[] _isRead;

    /// <param name="scan">The folder as it is.</param>
    /// <param name="files">Those that are read, in ordinal order of their paths.</param>
    /// <param name="vanished">Articles without a file.</param>
    /// <param name="storedCount">Articles that the source has.</param>
    public ImportPlan(FolderScan scan, IReadOnlyList<PlannedFile> files, IReadOnlyList<StoredFile> vanished, int storedCount)
    {
        _scan = scan;
        _isRead = new bool[scan.Articles.Count];
        foreach (var file in files)
            _isRead[scan.IndexOf(file.File.Path)] = true;
        (Files, Vanished, StoredCount) = (files, vanished, storedCount);
    }

    /// <summary>Files that are read, in ordinal order of their paths.</summary>
    public IReadOnlyList<PlannedFile> Files { get; }

    /// <summary>Articles without a file.</summary>
    public IReadOnlyList<StoredFile> Vanished { get; }

    /// <summary>Articles that the source had before.</summary>
    public int StoredCount { get; }

    /// <summary>The file of <see cref="Files"/> with this path; null when it is not read.</summary>
    public PlannedFile? FindRead(string path) => OrdinalSearch.IndexOf(Files, static x => x.File.Path, path) is >= 0 and var index ? Files[index] : null;

    /// <summary>True for a file that has not changed since it gave its article, as far as that can be told without opening it.</summary>
    public bool IsUntouched(string path) => _scan.IndexOf(path) is >= 0 and var index && !_isRead[index];
}
