namespace ContentApi.Importer.Scanning;

/// <summary>
/// Finds files by keys that follow from their paths. There are as many keys as files, so of each only its hash and the place of its
/// file are held, and what is found is compared. Safe to call from several threads.
/// </summary>
internal sealed class FileIndex
{
    private const int HashBits = 32;

    private readonly IReadOnlyList<SourceFile> _files;
    private readonly Func<string, IEnumerable<string>> _keysOf;
    private readonly List<ulong> _entries;   // hash of a key, then place of its file; in ascending order
    private readonly int[] _starts;   // by the first bits of a hash, where its entries begin
    private readonly int _otherBits;

    /// <param name="files">All files.</param>
    /// <param name="keysOf">The keys of a path; none for a file that is not to be found.</param>
    public FileIndex(IReadOnlyList<SourceFile> files, Func<string, IEnumerable<string>> keysOf)
    {
        (_files, _keysOf) = (files, keysOf);
        _entries = new List<ulong>(files.Count);
        for (var place = 0; place < files.Count; place++)
        {
            foreach (var key in keysOf(files[place].Path))
                _entries.Add(((ulong)HashOf(key) << HashBits) | (uint)place);
        }

        _entries.Sort();
        var bits = int.Log2(_entries.Count + 2);
        _otherBits = HashBits - bits;
        _starts = FindStarts(1 << bits);
    }

    /// <summary>Paths of the files with this key, in the order of the files.</summary>
    public IEnumerable<string> Find(string key) => PlacesOf(key).Select(place => _files[place].Path).Where(path => _keysOf(path).Contains(key));

    /// <summary>Path of the first file with this key; null when there is none.</summary>
    public string? FindFirst(string key) => Find(key).FirstOrDefault();

    /// <summary>Place of the file with this key and this path; negative when there is none.</summary>
    public int PlaceOf(string key, string path)
    {
        foreach (var place in PlacesOf(key))
        {
            if (_files[place].Path == path)
                return place;
        }

        return -1;
    }

    private static uint HashOf(string key) => (uint)key.GetHashCode(StringComparison.Ordinal);

    private int[] FindStarts(int count)
    {
        var starts = new int[count];
        var entry = 0;
        for (var start = 0; start < count; start++)
        {
            starts[start] = entry;
            while (entry < _entries.Count && HashAt(entry) >> _otherBits == start)
                entry++;
        }

        return starts;
    }

    // Of all files whose keys have its hash.
    private IEnumerable<int> PlacesOf(string key)
    {
        var hash = HashOf(key);
        var entry = _starts[hash >> _otherBits];
        while (entry < _entries.Count && HashAt(entry) < hash)
            entry++;
        for (; entry < _entries.Count && HashAt(entry) == hash; entry++)
            yield return (int)(uint)_entries[entry];
    }

    private uint HashAt(int entry) => (uint)(_entries[entry] >> HashBits);
}
