namespace ContentApi.Importer.Sources;

/// <summary>Content as a folder of this machine. What was unpacked or fetched for it is no one else's until it is disposed of.</summary>
internal sealed class MaterializedSource : IDisposable
{
    private readonly CacheSlot? _slot;
    private readonly CachedState? _state;
    private bool _isKept;

    /// <summary>Content in the cache.</summary>
    /// <param name="address">What was asked for.</param>
    /// <param name="folder">Where it lies in the state.</param>
    /// <param name="slot">Released when the import ends.</param>
    /// <param name="state">What was brought.</param>
    public MaterializedSource(SourceAddress address, string folder, CacheSlot slot, CachedState state)
    {
        Address = address;
        Folder = folder;
        _slot = slot;
        _state = state;
    }

    private MaterializedSource(string folder)
    {
        Address = SourceAddress.OfFolder(folder);
        Folder = folder;
    }

    /// <summary>Where it comes from.</summary>
    public SourceAddress Address { get; }

    /// <summary>Absolute path, without a separator at its end.</summary>
    public string Folder { get; }

    /// <summary>Full id of the commit; null of what is no repository.</summary>
    public string? Commit { get; init; }

    /// <summary>True when a file with the size and time that it had before is the same file. Unpacked ones have times that say nothing.</summary>
    public bool TrustsTimes => Address.Kind == SourceKind.Folder;

    /// <summary>Of a repository, the ids of the blobs by the path of their file in <see cref="Folder"/>: the same id is the same content. Null of others.</summary>
    public IReadOnlyDictionary<string, string>? BlobIds { get; init; }

    /// <summary>A folder that is there, as it is.</summary>
    /// <param name="path">Absolute path, without a separator at its end.</param>
    public static MaterializedSource OfFolder(string path) => new(path);

    /// <summary>Makes what was brought stay, and deletes of the cache what neither it nor the database needs.</summary>
    /// <param name="readRoots">Gives all folders that the database names; called when no other import of this source can name another one.</param>
    /// <param name="ct">Ends the work early.</param>
    public async Task KeepAsync(Func<CancellationToken, Task<List<string>>> readRoots, CancellationToken ct)
    {
        _isKept = true;
        if (_slot is not null)
            await _slot.CleanAsync(_state!, readRoots, ct);
    }

    /// <summary>Lets the next import of the same archive or repository begin.</summary>
    public void Dispose()
    {
        if (!_isKept && _state is { IsNew: true })
            _state.Delete();
        _slot?.Dispose();
    }
}
