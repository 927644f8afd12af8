namespace ContentApi.Importer.Sources;

/// <summary>Content as a folder of this machine. What was unpacked or fetched for it is no one else's until it is disposed of, and stays in its place.</summary>
internal sealed class MaterializedSource : IDisposable
{
    private readonly IDisposable? _lock;

    /// <param name="address">What was asked for.</param>
    /// <param name="folder">Where it lies.</param>
    /// <param name="heldLock">Released when the import ends; null when there is none.</param>
    public MaterializedSource(SourceAddress address, string folder, IDisposable? heldLock)
    {
        Address = address;
        Folder = folder;
        _lock = heldLock;
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
    public static MaterializedSource OfFolder(string path) => new(SourceAddress.OfFolder(path), path, heldLock: null);

    /// <summary>Lets the next import of the same archive or repository begin.</summary>
    public void Dispose() => _lock?.Dispose();
}
