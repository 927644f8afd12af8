namespace ContentApi.LocalPostgres;

/// <summary>Where a private cluster would lie, found out without making or starting it.</summary>
public sealed record ClusterPlace
{
    /// <summary>The cluster's own folder.</summary>
    public required string Folder { get; init; }

    /// <summary>A sentence that says why that is not below the folder asked for; else null.</summary>
    public required string? MovedBecause { get; init; }

    /// <summary>A sentence that says who runs the cluster now; null when nobody does.</summary>
    public required string? InUse { get; init; }

    /// <summary>The version of PostgreSQL that wrote the cluster; null when there is none yet.</summary>
    public required int? Major { get; init; }

    /// <summary>What the disk has left for this user, in bytes.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>Tries the folder as a start would, and removes what was made for that.</summary>
    /// <exception cref="LocalPostgresException">A cluster cannot be run there; the message says what to do.</exception>
    public static async Task<ClusterPlace> FindAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var missing = ClusterFolder.PlacesFor(dataDirectory).SelectMany(ClusterFolder.Missing).ToList();
        try
        {
            var folder = await ClusterFolder.PlaceAsync(dataDirectory, cancellationToken);
            return await LookAsync(folder, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException($"Cannot run a database in {dataDirectory}: {fault.Message.TrimEnd('.')}. Choose another folder with --data.", fault);
        }
        finally
        {
            missing.ForEach(RemoveEmpty);
        }
    }

    private static async Task<ClusterPlace> LookAsync(ClusterFolder folder, CancellationToken cancellationToken) => new()
    {
        Folder = folder.Home,
        MovedBecause = folder.MovedBecause,
        InUse = FolderLock.IsIn(folder.Home) ? await FindUserAsync(folder, cancellationToken) : null,
        Major = ClusterFiles.ReadMajor(folder),
        FreeBytes = new DriveInfo(folder.Home).AvailableFreeSpace,
    };

    private static async Task<string?> FindUserAsync(ClusterFolder folder, CancellationToken cancellationToken)
    {
        try
        {
            using var free = await FolderLock.TakeAsync(folder, cancellationToken);
            return null;
        }
        catch (LocalPostgresException inUse)
        {
            return inUse.Message;
        }
    }

    private static void RemoveEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Never made, or another process has begun a cluster there in the meantime.
        }
    }
}
