using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>
/// Ids made of what a thing is, so that the same content has the same ids in every database and rows need no look-up before
/// they are written. An id is the XxHash128 of version, kind and parts; every part is preceded by its length, so that no
/// two lists of parts have the same bytes. The encoding must never change: ids are public.
/// </summary>
internal static class NaturalKey
{
    private const byte Version = 1;

    private const int HashLength = 16;

    // Bytes that nearly all of them need at most.
    private const int StackLength = 512;

    public static Guid Source(string name) => Hash("source", [name]);

    /// <param name="source">Name of the source.</param>
    /// <param name="filePath">Path of the file when it was first imported.</param>
    /// <param name="salt">0, or more when the id belongs to an article that has moved away from this path.</param>
    public static Guid Article(string source, string filePath, int salt = 0) =>
        Hash("article", salt == 0 ? [source, filePath] : [source, filePath, salt.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    /// <param name="names">Names from the root.</param>
    public static Guid Category(IEnumerable<string> names) => Hash("category", [.. names.Select(NameKey.Of)]);

    public static Guid Author(string name) => Hash("author", [NameKey.Of(name)]);

    public static Guid Tag(string name) => Hash("tag", [NameKey.Of(name)]);

    public static Guid Series(string title) => Hash("series", [NameKey.Of(title)]);

    public static Guid RemoteImage(string url) => Hash("remote image", [url]);

    /// <param name="source">Name of the source.</param>
    /// <param name="path">Where the file lies, or would lie, below the root.</param>
    public static Guid LocalImage(string source, string path) => Hash("local image", [source, path]);

    /// <summary>An address of which not even the place of a file can be told.</summary>
    public static Guid UnplacedImage(string source, string address) => Hash("unplaced image", [source, address]);

    /// <param name="source">Key of the source.</param>
    /// <param name="path">The file as it is stored.</param>
    /// <param name="position">Place among the findings of the file.</param>
    public static Guid Diagnostic(Guid source, string path, int position) =>
        Hash("diagnostic", [source.ToString(), path, position.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    /// <param name="length">Bytes of a file.</param>
    /// <param name="modifiedAt">Time of its last change, in ticks.</param>
    public static Guid TimeStamp(long length, long modifiedAt)
    {
        Span<byte> bytes = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, length);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[sizeof(long)..], modifiedAt);
        return new Guid(XxHash128.Hash(bytes), bigEndian: true);
    }

    /// <param name="blobId">Hexadecimal id of a file's content in a repository.</param>
    public static Guid BlobStamp(string blobId) => Hash("blob", [blobId]);

    /// <summary>Tells a body of an article from the others that it has had; of the characters as they lie in memory, because bodies are long.</summary>
    public static Guid Body(params ReadOnlySpan<string> texts)
    {
        var hash = new XxHash128();
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var text in texts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            hash.Append(length);
            hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
        }

        Span<byte> bytes = stackalloc byte[HashLength];
        hash.GetCurrentHash(bytes);
        return new Guid(bytes, bigEndian: true);
    }

    private static Guid Hash(string kind, params ReadOnlySpan<string> parts)
    {
        var max = 1 + MaxLengthOf(kind);
        foreach (var part in parts)
            max += MaxLengthOf(part);
        var bytes = max <= StackLength ? stackalloc byte[StackLength] : new byte[max];
        bytes[0] = Version;
        var end = 1 + Write(kind, bytes[1..]);
        foreach (var part in parts)
            end += Write(part, bytes[end..]);
        Span<byte> hash = stackalloc byte[HashLength];
        XxHash128.Hash(bytes[..end], hash);
        return new Guid(hash, bigEndian: true);
    }

    private static int MaxLengthOf(string part) => sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);

    private static int Write(string part, Span<byte> bytes)
    {
        var length = Encoding.UTF8.GetBytes(part, bytes[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
        return sizeof(int) + length;
    }
}
