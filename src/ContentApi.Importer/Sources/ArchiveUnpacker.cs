using System.Security.Cryptography;

namespace ContentApi.Importer.Sources;

/// <summary>Unpacks an archive into the cache: all of it, or nothing.</summary>
internal static class ArchiveUnpacker
{
    /// <returns>What it holds, which may have been unpacked before.</returns>
    /// <param name="archive">Absolute path.</param>
    /// <param name="slot">Where to.</param>
    /// <param name="limits">What it may hold.</param>
    /// <param name="ct">Ends the work early.</param>
    /// <exception cref="ImportRefusedException">The archive cannot be read, or holds what must not be unpacked; nothing of it is left.</exception>
    public static CachedState Unpack(string archive, CacheSlot slot, ArchiveLimits limits, CancellationToken ct)
    {
        CachedState? begun = null;
        try
        {
            // A pipe has no length, and opening it would wait for a writer.
            if (new FileInfo(archive).Length == 0)
                throw new ArchiveFaultException("is empty");
            using var stream = new FileStream(archive, FileMode.Open, FileAccess.Read, FileShare.Read);
            var id = Convert.ToHexStringLower(SHA256.HashData(stream));
            if (slot.Find(id) is { } found)
                return found;
            begun = slot.Make(id);
            stream.Position = 0;
            UnpackInto(begun.Content, stream, archive, limits, ct);
            begun.Finish();
            return begun;
        }
        catch (ArchiveFaultException e)
        {
            throw new ImportRefusedException($"The archive {archive} {e.Message}; nothing of it was imported.");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw new ImportRefusedException($"The archive {archive} is damaged or cut off; nothing of it was imported. Make or fetch it again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImportRefusedException($"The archive {archive} cannot be unpacked: {e.Message}");
        }
        finally
        {
            if (begun is { IsNew: false })
                begun.Delete();
        }
    }

    /// <summary>The folder with the content. Of a single folder that holds everything it is that one: services name it after the commit.</summary>
    public static string FindTop(CachedState state) => Directory.GetFileSystemEntries(state.Content) is [var only] && Directory.Exists(only) ? only : state.Content;

    private static void UnpackInto(string folder, FileStream stream, string archive, ArchiveLimits limits, CancellationToken ct)
    {
        var target = new ArchiveTarget(folder, limits);
        if (archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            ZipUnpacker.Unpack(stream, target, limits, ct);
        else
            TarUnpacker.Unpack(stream, !archive.EndsWith(".tar", StringComparison.OrdinalIgnoreCase), target, limits, ct);
    }
}
