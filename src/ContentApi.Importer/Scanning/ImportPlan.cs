using ContentApi.Importer.Writing;

namespace ContentApi.Importer.Scanning;

/// <summary>Which article each file is and which of them have to be read, decided before any file is parsed.</summary>
internal sealed class ImportPlan
{
    /// <summary>Files that are read, by their places in the scan and in its order. Each is made when it is asked for, because there may be very many.</summary>
    public required int[] Places { get; init; }

    /// <summary>Gives the file of a place.</summary>
    public required Func<int, PlannedFile> FileAt { get; init; }

    /// <summary>Likewise; null when the file is not read.</summary>
    public PlannedFile? FindAt(int place) => Array.BinarySearch(Places, place) >= 0 ? FileAt(place) : null;

    /// <summary>Articles without a file.</summary>
    public required IReadOnlyList<StoredFile> Vanished { get; init; }

    /// <summary>Articles that the source had before.</summary>
    public required int StoredCount { get; init; }
}
