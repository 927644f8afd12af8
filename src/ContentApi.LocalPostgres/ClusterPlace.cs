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

    /// <summary>Tries the folder as a start would, without making it: what is not there is tried under another name, so that others who look or start at the same time see nothing of it.</summary>
    /// <exception cref="LocalPostgresException">A cluster cannot be run there; the message says what to do.</exception>
    public static async Task<ClusterPlace> FindAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var tried = ClusterFolder.PlacesFor(dataDirectory).Select(TriedPlace.Of).ToList();
        string Named(string text) => tried.Aggregate(text, (named, place) => place.Named(named));
        try
        {
            var place = await LookAsync(await ClusterFolder.PlaceAsync([.. tried.Select(place => place.Path)], cancellationToken), cancellationToken);
            return place with { Folder = Named(place.Folder), MovedBecause = place.MovedBecause is { } reason ? Named(reason) : null };
        }
        catch (LocalPostgresException fault)
        {
            throw new LocalPostgresException(Named(fault.Message), fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new LocalPostgresException($"Cannot run a database in {dataDirectory}: {Named(fault.Message).TrimEnd('.')}. Choose another folder with --data.", fault);
        }
        finally
        {
            tried.ForEach(place => place.Remove());
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
}
