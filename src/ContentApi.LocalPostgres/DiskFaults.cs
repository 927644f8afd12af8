namespace ContentApi.LocalPostgres;

/// <summary>Says in a sentence what a disk refused; the programs' own words are many lines about files that nobody knows.</summary>
internal static class DiskFaults
{
    /// <param name="folder">Where the cluster lies.</param>
    /// <param name="said">What a program or the system wrote.</param>
    /// <returns>Null when it is about something else.</returns>
    public static string? Find(ClusterFolder folder, string said)
    {
        const string Remedy = "choose another folder with --data";

        // The second is PostgreSQL's hint when only a part of a page could be written.
        if (said.Contains("No space left on device", StringComparison.Ordinal) || said.Contains("Check free disk space", StringComparison.Ordinal))
        {
            return $"The disk of {folder.Home} is full: make room there, or {Remedy}.";
        }

        return said.Contains("Read-only file system", StringComparison.Ordinal)
            ? $"The disk of {folder.Home} is read-only: {Remedy}."
            : null;
    }
}
