using System.Buffers.Binary;

namespace ContentApi.Importer.Sources;

/// <summary>
/// Counts the entries of a zip archive, and what is told of them, before .NET makes objects of it. The number that the archive
/// gives is not believed. Sections are those of PKWARE's APPNOTE.
/// </summary>
internal static class ZipDirectory
{
    private const uint EntrySignature = 0x02014b50;       // 4.3.12
    private const int EntryLength = 46;
    private const int EndLength = 22;                     // 4.3.16
    private const uint End64Signature = 0x06064b50;       // 4.3.14
    private const int End64Length = 56;
    private const int LocatorLength = 20;                 // 4.3.15
    private const int MaxComment = ushort.MaxValue;

    /// <exception cref="ArchiveFaultException">There is more.</exception>
    /// <exception cref="InvalidDataException">It is no zip archive.</exception>
    public static void EnsureWithin(Stream archive, ArchiveLimits limits)
    {
        archive.Position = FindStart(archive);
        var told = 0L;
        using var reader = new BinaryReader(new BufferedStream(archive, 64 * 1024), System.Text.Encoding.UTF8, leaveOpen: true);
        for (var count = 1; ; count++)
        {
            var entry = reader.ReadBytes(EntryLength);
            if (entry.Length < EntryLength || BinaryPrimitives.ReadUInt32LittleEndian(entry) != EntrySignature)
                break;
            if (count > limits.Entries)
                throw limits.TooManyEntries();
            var rest = U16(entry, 28) + U16(entry, 30) + U16(entry, 32);   // name, extra field, comment
            told += rest;
            if (told > limits.NameBytes)
                throw limits.TooManyNameBytes();
            if (reader.ReadBytes(rest).Length < rest)
                break;
        }

        archive.Position = 0;
    }

    private static long FindStart(Stream archive)
    {
        var tail = new byte[Math.Min(archive.Length, (2 * LocatorLength) + EndLength + MaxComment)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength)
            throw new InvalidDataException("There is no end of the directory.");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));

        // These fields, and no others, make .NET look for the other end record; it finds the locator also a little further up.
        if (U16(tail, end + 4) != ushort.MaxValue && U16(tail, end + 10) != ushort.MaxValue && start != uint.MaxValue)
            return start;
        var above = tail.AsSpan(Math.Max(0, end - (2 * LocatorLength)), Math.Min(end, 2 * LocatorLength));
        var locator = above.LastIndexOf("PK\u0006\u0007"u8);
        if (locator < 0 && start != uint.MaxValue)
            return start;
        if (locator != above.Length - LocatorLength)
            throw new InvalidDataException("The other end of the directory is not where it should be.");
        var place = BinaryPrimitives.ReadInt64LittleEndian(above[(locator + 8)..]);
        if (place < 0 || place > archive.Length - End64Length)
            throw new InvalidDataException("The end of the directory is not where it should be.");
        return Read64(archive, place);
    }

    private static long Read64(Stream archive, long place)
    {
        var end = new byte[End64Length];
        archive.Position = place;
        archive.ReadExactly(end);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end) != End64Signature)
            throw new InvalidDataException("There is no end of the directory where it should be.");
        var start = BinaryPrimitives.ReadInt64LittleEndian(end.AsSpan(48));
        return start >= 0 && start <= archive.Length ? start : throw new InvalidDataException("The directory is not where it should be.");
    }

    private static int U16(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));
}
