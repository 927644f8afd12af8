using System.IO.Compression;
using ContentApi.GraphQL;
using ContentApi.Server.Requests;

namespace ContentApi.Server.Caching;

/// <summary>A public answer with all its representations; each is made when it is first asked for. Safe for many threads.</summary>
/// <param name="response">The answer.</param>
/// <param name="snapshot">The content that it was made from.</param>
/// <param name="key">What was asked.</param>
internal sealed class StoredResponse(GraphQLResponse response, ContentSnapshot snapshot, RequestKey key)
{
    /// <summary>Bytes below which compression saves less than it takes.</summary>
    public const int SmallestCompressed = 512;

    // A level that costs about as much as asking the database for a page; the next ones cost more than they save.
    private const int BrotliQuality = 4;
    private const int BrotliWindowBits = 20;

    private readonly string _stem = EntityTag.Stem(key, snapshot);
    private readonly Representation?[] _representations = new Representation?[6];
    private readonly byte[]?[] _compressed = new byte[]?[3];

    /// <summary>The answer.</summary>
    public GraphQLResponse Response => response;

    /// <summary>The content that it was made from.</summary>
    public ContentSnapshot Snapshot => snapshot;

    /// <summary>Values of the headers by which caches drop what depends on something.</summary>
    public CacheTagHeaders Tags { get; } = CacheTagHeaders.Of(response.CacheTags);

    /// <summary>Bytes that it takes, with its compressed forms, at most about.</summary>
    public long Size => (2L * response.Body.Length) + 1024;

    /// <summary>Gives a representation.</summary>
    public Representation As(string mediaType, ContentCoding coding)
    {
        if (response.Body.Length < SmallestCompressed)
            coding = ContentCoding.Identity;
        ref var slot = ref _representations[((int)coding * 2) + (mediaType == MediaType.Json ? 1 : 0)];
        return slot ??= new Representation(Encoded(coding), $"{mediaType}; charset=utf-8", AcceptEncodingHeader.Name(coding), EntityTag.Of(_stem, mediaType, coding));
    }

    /// <summary>Gives a body in a coding.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> body, ContentCoding coding)
    {
        if (coding == ContentCoding.Brotli)
        {
            var buffer = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
            return BrotliEncoder.TryCompress(body, buffer, out var length, BrotliQuality, BrotliWindowBits)
                ? buffer[..length]
                : throw new InvalidOperationException("The buffer is too small for Brotli.");
        }

        using var output = new MemoryStream(body.Length / 2);
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return output.ToArray();
    }

    private ReadOnlyMemory<byte> Encoded(ContentCoding coding) =>
        coding == ContentCoding.Identity ? response.Body : _compressed[(int)coding] ??= Compress(response.Body.Span, coding);
}
