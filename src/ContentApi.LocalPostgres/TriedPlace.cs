namespace ContentApi.LocalPostgres;

/// <summary>A folder that stands in for one that does not exist yet, beside the outermost one that would have to be made; the folder itself when it is there.</summary>
/// <param name="Path">The folder to try.</param>
/// <param name="Name">The part of its path that is made up; null when none is.</param>
/// <param name="Meant">What stands in that part's place in the path that is meant.</param>
internal sealed record TriedPlace(string Path, string? Name, string Meant)
{
    /// <param name="wanted">The folder that is meant.</param>
    public static TriedPlace Of(string wanted)
    {
        // Where a file or a broken link is in the way, trying must fail as a start would.
        if (ClusterFolder.Missing(wanted) is not [.., var outermost] || new FileInfo(outermost) is { Exists: true } or { LinkTarget: not null })
            return new TriedPlace(wanted, Name: null, Meant: "");
        var parent = System.IO.Path.GetDirectoryName(outermost)!;
        var name = $".contentapi-{Guid.NewGuid():N}";
        return new TriedPlace(System.IO.Path.Combine(parent, name), name, System.IO.Path.GetRelativePath(parent, wanted));
    }

    /// <summary>A text about the folder that was tried as one about the folder that is meant.</summary>
    public string Named(string text) => Name is null ? text : text.Replace(Name, Meant, StringComparison.Ordinal);

    /// <summary>Removes what was made.</summary>
    public void Remove()
    {
        try
        {
            if (Name is not null)
                Directory.Delete(Path, recursive: false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // It was never made.
        }
    }
}
