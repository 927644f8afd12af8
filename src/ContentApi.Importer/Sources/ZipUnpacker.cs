using System.IO.Compression;

namespace ContentApi.Importer.Sources;

/// <summary>Unpacks zip archives.</summary>
internal static class ZipUnpacker
{
    // The upper half of the attributes is the mode of a file, where the archive was made on Unix (S_IFMT, S_IFREG, S_IFDIR, S_IFLNK).
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;
    private const int SymbolicLink = 0xA000;

    /// <exception cref="ArchiveFaultException">Something in it must not be unpacked.</exception>
    /// <exception cref="InvalidDataException">It is damaged or cut off.</exception>
    public static void Unpack(Stream archive, ArchiveTarget target, ArchiveLimits limits, CancellationToken ct)
    {
        ZipDirectory.EnsureWithin(archive, limits);
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            ct.ThrowIfCancellationRequested();
            Add(entry, target, ct);
        }
    }

    private static void Add(ZipArchiveEntry entry, ArchiveTarget target, CancellationToken ct)
    {
        var name = entry.FullName;
        var type = (entry.ExternalAttributes >> 16) & TypeMask;
        if (type == SymbolicLink)
            throw ArchiveFaultException.Of(name, "is a link: pack the archive without links, or import the folder or repository itself");
        if (type is not (0 or RegularFile or Folder))
            throw ArchiveFaultException.Of(name, "is neither a file nor a folder");
        if (entry.IsEncrypted)
            throw ArchiveFaultException.Of(name, "is encrypted");
        if (name.EndsWith('/'))
        {
            target.AddFolder(name);
            return;
        }

        using var content = entry.Open();
        if (target.AddFile(name, entry.Length, content, ct) != (entry.Crc32, entry.Length))
            throw ArchiveFaultException.Of(name, "is damaged");
    }
}
