using Microsoft.Extensions.Caching.Memory;

namespace ContentApi.Server.Documents;

/// <summary>Documents that clients registered by their hash (automatic persisted queries). Bounded: those that nobody asks for any more go first.</summary>
internal sealed class PersistedQueries : IDisposable
{
    /// <summary>Characters of all documents together.</summary>
    public const long MaximumCharacters = 16 * 1024 * 1024;

    // Every document is refused by its length before it is longer.
    private const int MaximumLength = 256 * 1024;

    private readonly MemoryCache _documents = new(new MemoryCacheOptions { SizeLimit = MaximumCharacters });

    /// <summary>Gives the document of a hash; null when there is none.</summary>
    public string? Find(string hash) => _documents.Get<string>(hash);

    /// <summary>Registers a document under the hash that it has.</summary>
    public void Add(string hash, string document)
    {
        if (document.Length <= MaximumLength)
            _documents.Set(hash, document, new MemoryCacheEntryOptions { Size = document.Length + hash.Length });
    }

    /// <inheritdoc/>
    public void Dispose() => _documents.Dispose();
}
