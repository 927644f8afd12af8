using System.Buffers.Binary;

namespace ContentApi.Importer.Sources;

/// <summary>
/// Counts the entries of a zip archive before .NET makes an object of each. The number that the archive gives is not
/// believed. Sections are those of PKWARE's APPNOTE.
/// </summary>
internal static class ZipDirectory
{
    private const uint EntrySignature = 0x02014b50;       // 4.3.12
    private const int EntryLength = 46;
    private const uint EndSignature = 0x06054b50;         // 4.3.16
    private const int EndLength = 22;
    private const uint End64Signature = 0x06064b50;       // 4.3.14
    private const int End64Length = 56;
    private const int LocatorLength = 20;                 // 4.3.15
    private const uint LocatorSignature = 0x07064b50;
    private const int MaxComment = ushort.MaxValue;

    /// <exception cref="ArchiveFaultException">There are more.</exception>
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    public static void EnsureAtMost(Stream archive, int limit)
    {
        archive.Position = FindStart(archive);
        using var reader = new BinaryReader(new BufferedStream(archive, 64 * 1024), System.Text.Encoding.UTF8, leaveOpen: true);
        for (var count = 1; ; count++)
        {
            var entry = reader.ReadBytes(EntryLength);
            if (entry.Length < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySignature)
                break;
            if (count > limit)
                throw new ArchiveFaultException($"holds more than {limit:N0} files and folders");
            var rest = U16(entry, 28) + U16(entry, 30) + U16(entry, 32);   // name, extra field, comment
            if (reader.ReadBytes(rest).Length < rest)
                break;
        }

        archive.Position = 0;
    }

    private static long FindStart(Stream archive)
    {
        var tail = new byte[Math.Min(archive.Length, EndLength + MaxComment)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength)
            throw new InvalidDataException("There is no end of the directory.");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var locator = end - LocatorLength;
        if (locator < 0 || BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(locator)) != LocatorSignature)
            return start;
        var place = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (place < 0 || place > archive.Length - End64Length)
            throw new InvalidDataException("The end of the directory is not where it should be.");
        return Read64(archive, place) ?? start;
    }

    private static long? Read64(Stream archive, long place)
    {
        var end = new byte[End64Length];
        archive.Position = place;
        archive.ReadExactly(end);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != End64Signature)
            return null;
        var start = BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48));
        return start >= 0 && start <= archive.Length ? start : throw new InvalidDataException("The directory is not where it should be.");
    }

    private static int U16(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));
}
