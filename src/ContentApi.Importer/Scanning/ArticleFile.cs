using System.Security.Cryptography;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Reads the bytes of article files.</summary>
internal static class ArticleFile
{
    /// <summary>
    /// All bytes, or one more than an article may have when the file has grown beyond that. What has no length is not opened: reading
    /// from a pipe would wait for a writer.
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such file in the folder any more.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file cannot be read.</exception>
    public static byte[] Read(SourceFile file)
    {
        if (file.Length == 0)
            return [];
        using var handle = ListedFile.Open(file);
        var content = new byte[Math.Min(RandomAccess.GetLength(handle), ArticleParser.MaxBytes + 1)];
        var length = 0;
        while (length < content.Length && RandomAccess.Read(handle, content.AsSpan(length), length) is > 0 and var count)
            length += count;
        return length == content.Length ? content : content[..length];   // cut short while it was read
    }

    /// <summary>True when the system lets the file be read; what has no length is not opened.</summary>
    public static bool CanOpen(SourceFile file)
    {
        try
        {
            using var handle = file.Length == 0 ? null : ListedFile.Open(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// SHA-256 in lower-case hexadecimal: what everyone's sha256sum prints, and no two files of an author who means harm
    /// pass for the same, as they could with a faster hash. It costs 2 µs for the usual file.
    /// </summary>
    public static string Hash(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>The hash of a file; null when it is empty, too large or unreadable.</summary>
    public static string? TryHash(SourceFile file)
    {
        if (file.Length is <= 0 or > ArticleParser.MaxBytes)
            return null;
        try
        {
            return Hash(Read(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
