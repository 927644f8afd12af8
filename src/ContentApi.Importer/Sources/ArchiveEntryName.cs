using System.Text;

namespace ContentApi.Importer.Sources;

/// <summary>Decides where an entry of an archive may lie. Names are chosen by whoever made the archive.</summary>
internal static class ArchiveEntryName
{
    // UTF-8 bytes. The first is what file systems take for one name; the second leaves room for the cache's own path below the
    // 4,096 that Linux takes, and is what the importer takes for a path.
    private const int MaxPartLength = 255;
    private const int MaxLength = 2_000;

    /// <summary>The path below the folder that is unpacked into, with <c>/</c> between its parts; empty for that folder itself.</summary>
    /// <param name="name">As the archive has it.</param>
    /// <exception cref="ArchiveFaultException">The name leads out of the folder, or might on some machine.</exception>
    public static string Read(string name)
    {
        if (name.Contains('\0'))
            throw ArchiveFaultException.Of(name.Replace('\0', '\uFFFD'), "has a NUL in its name");
        if (name.Contains('\uFFFD'))
            throw ArchiveFaultException.Of(name, "has a name that is not UTF-8: pack it with a program that writes UTF-8, such as 7-Zip or zip");
        if (name.Contains('\\'))
            throw ArchiveFaultException.Of(name, "has a backslash in its name");
        if (name.StartsWith('/'))
            throw ArchiveFaultException.Of(name, "is an absolute path");
        if (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            throw ArchiveFaultException.Of(name, "begins with a drive letter");
        if (Encoding.UTF8.GetByteCount(name) > MaxLength)
            throw ArchiveFaultException.Of(name, $"has a path of more than {MaxLength} bytes");

        var parts = name.Split('/').Where(x => x is not ("" or ".")).ToList();
        foreach (var part in parts)
        {
            if (part == "..")
                throw ArchiveFaultException.Of(name, "leads out of its folder with '..'");
            if (Encoding.UTF8.GetByteCount(part) > MaxPartLength)
                throw ArchiveFaultException.Of(name, $"has a name of more than {MaxPartLength} bytes");
        }

        return string.Join('/', parts);
    }
}
