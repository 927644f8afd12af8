namespace ContentApi.LocalPostgres;

/// <summary>A PostgreSQL server that is installed on this machine.</summary>
/// <param name="Directory">Where its programs lie.</param>
/// <param name="Version">For example <c>15.14</c>.</param>
/// <param name="Major">For example 15.</param>
/// <param name="IsUsable">Whether a private cluster can be run with it: it is of version 15 or newer.</param>
public sealed record PostgresInstallation(string Directory, string Version, int Major, bool IsUsable)
{
    /// <summary>Finds every installation where a private cluster looks for them, the newest first.</summary>
    public static async Task<IReadOnlyList<PostgresInstallation>> FindAllAsync(CancellationToken cancellationToken) =>
    [
        .. (await PostgresBinaries.FindAllAsync(cancellationToken))
            .OrderByDescending(found => found.Major)
            .Select(found => new PostgresInstallation(found.Directory, found.Version, found.Major, found.IsUsable)),
    ];
}
