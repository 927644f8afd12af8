namespace ContentApi.Importer.Sources;

/// <summary>Makes a folder of whatever content comes in.</summary>
internal static class SourceMaterializer
{
    /// <summary>Gives the folder itself, an archive unpacked, or a repository checked out. The last two lie in the cache afterwards, beside what earlier imports left there.</summary>
    /// <param name="address">What is imported.</param>
    /// <param name="cache">Folder that holds what is unpacked and fetched; null for the user's own.</param>
    /// <param name="database">Whose import it is, as of <see cref="CacheUse.IdentifyAsync"/>.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="ImportRefusedException">It cannot be read, or means harm.</exception>
    public static async Task<MaterializedSource> MaterializeAsync(SourceAddress address, string? cache, string database, CancellationToken ct)
    {
        if (address.Kind == SourceKind.Folder)
            return MaterializedSource.OfFolder(address.Place);
        var slot = CacheSlot.Take(cache, database, address);
        try
        {
            return address.Kind == SourceKind.Archive ? Unpack(address, slot, ct) : await new GitCheckout(address, slot).BringAsync(ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            slot.Dispose();
            throw CacheSlot.Refuse(address, slot.Folder, e);
        }
        catch
        {
            slot.Dispose();
            throw;
        }
    }

    private static MaterializedSource Unpack(SourceAddress address, CacheSlot slot, CancellationToken ct)
    {
        var state = ArchiveUnpacker.Unpack(address.Place, slot, ArchiveLimits.Of(address.Place), ct);
        return new MaterializedSource(address, ArchiveUnpacker.FindTop(state), slot, state);
    }
}
