namespace ContentApi.Importer.Sources;

/// <summary>An archive that must not or cannot be unpacked.</summary>
/// <param name="reason">The rest of a sentence that begins with the archive.</param>
internal sealed class ArchiveFaultException(string reason) : Exception(reason)
{
    private const int MaxNameLength = 200;

    /// <summary>The fault of one entry.</summary>
    /// <param name="name">As the archive has it.</param>
    /// <param name="reason">The rest of a sentence that begins with the entry.</param>
    public static ArchiveFaultException Of(string name, string reason) =>
        new($"holds '{(name.Length > MaxNameLength ? $"{name[..MaxNameLength]}…" : name)}', which {reason}");
}
