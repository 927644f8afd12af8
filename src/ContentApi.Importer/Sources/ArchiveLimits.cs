namespace ContentApi.Importer.Sources;

/// <summary>What an archive may hold before it is taken for a bomb.</summary>
/// <param name="Bytes">Of all files together, as they are unpacked.</param>
/// <param name="Entries">Files and folders.</param>
internal sealed record ArchiveLimits(long Bytes, int Entries)
{
    private const long AlwaysAllowed = 1L << 30;
    private const int Ratio = 100;   // text packs to a tenth, seldom to a thirtieth
    private const int MaxEntries = 1_000_000;

    public static ArchiveLimits Of(string archive) => new(Math.Max(AlwaysAllowed, Ratio * new FileInfo(archive).Length), MaxEntries);
}
