using System.Formats.Tar;
using System.IO.Compression;

namespace ContentApi.Importer.Sources;

/// <summary>Unpacks tar archives, plain or with gzip.</summary>
internal static class TarUnpacker
{
    private const int BlockSize = 512;
    private const long EntryBlocks = 8;

    /// <exception cref="ArchiveFaultException">Something in it must not be unpacked.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="EndOfStreamException">It is cut off.</exception>
    public static void Unpack(Stream archive, bool isCompressed, ArchiveTarget target, ArchiveLimits limits, CancellationToken ct)
    {
        // Beside their bytes, entries take headers, one of them with a long name, and are filled up to a block.
        using var stream = new ArchiveStream(
            isCompressed ? new GZipStream(archive, CompressionMode.Decompress) : archive, limits.Bytes + (EntryBlocks * BlockSize * limits.Entries));
        using var reader = new TarReader(stream, leaveOpen: true);
        while (Next(reader) is { } entry)
        {
            ct.ThrowIfCancellationRequested();
            Add(entry, target, ct);
        }

        // Behind the last entry comes the checksum of gzip.
        var rest = new byte[8 * BlockSize];
        while (stream.Read(rest) > 0)
            ct.ThrowIfCancellationRequested();
    }

    private static void Add(TarEntry entry, ArchiveTarget target, CancellationToken ct)
    {
        switch (entry.EntryType)
        {
            case TarEntryType.GlobalExtendedAttributes:
                break;   // of all entries, such as the commit that git writes
            case TarEntryType.Directory:
                target.AddFolder(entry.Name);
                break;
            case TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile:
                target.AddFile(entry.Name, entry.Length, entry.DataStream ?? Stream.Null, ct);
                break;
            case TarEntryType.SymbolicLink or TarEntryType.HardLink:
                throw ArchiveFaultException.Of(entry.Name, "is a link: pack the archive without links, or import the folder or repository itself");
            default:
                throw ArchiveFaultException.Of(entry.Name, "is neither a file nor a folder");
        }
    }

    // The library says in many ways that a header makes no sense.
    private static TarEntry? Next(TarReader reader)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or ArithmeticException or NotSupportedException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
