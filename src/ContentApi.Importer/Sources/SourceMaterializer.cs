namespace ContentApi.Importer.Sources;

/// <summary>Makes a folder of whatever content comes in.</summary>
internal static class SourceMaterializer
{
    /// <summary>
    /// Gives the folder itself, an archive unpacked, or a repository checked out; both lie in the cache afterwards, in place of
    /// what the last import of the same address left there.
    /// </summary>
    /// <param name="address">What is imported.</param>
    /// <param name="cache">Folder that holds what is unpacked and fetched; null for the user's own.</param>
    /// <param name="ct">Ends the work early; what was there before stays.</param>
    /// <exception cref="ImportRefusedException">It cannot be read, or means harm; what was there before stays.</exception>
    public static async Task<MaterializedSource> MaterializeAsync(SourceAddress address, string? cache, CancellationToken ct)
    {
        if (address.Kind == SourceKind.Folder)
            return MaterializedSource.OfFolder(address.Place);
        var slot = CacheSlot.Take(cache, address);
        try
        {
            return address.Kind == SourceKind.Archive
                ? new MaterializedSource(address, ArchiveUnpacker.Unpack(address.Place, slot, ArchiveLimits.Of(address.Place), ct), slot)
                : await new GitCheckout(address, slot).BringAsync(ct);
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }
}
