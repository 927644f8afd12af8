namespace ContentApi.Importer.Sources;

/// <summary>What an archive may hold before it is taken for a bomb.</summary>
/// <param name="Bytes">Of all files together, as they are unpacked.</param>
/// <param name="Entries">Files and folders.</param>
/// <param name="NameBytes">Of the paths of files and folders together, which are all kept in memory while it is unpacked.</param>
internal sealed record ArchiveLimits(long Bytes, int Entries, long NameBytes = ArchiveLimits.MaxNameBytes)
{
    private const long AlwaysAllowed = 1L << 30;
    private const int Ratio = 100;   // text packs to a tenth, seldom to a thirtieth
    private const int MaxEntries = 1_000_000;
    private const long MaxNameBytes = 256L << 20;

    public static ArchiveLimits Of(string archive) => new(Math.Max(AlwaysAllowed, Ratio * new FileInfo(archive).Length), MaxEntries);

    public ArchiveFaultException TooManyEntries() => new($"holds more than {Entries:N0} files and folders");

    public ArchiveFaultException TooManyNameBytes() => new($"holds names of more than {NameBytes:N0} bytes");
}
