namespace ContentApi.Importer.Sites;

/// <summary>Where the settings of a site may lie that an imported folder is a part of, or that is a part of it.</summary>
internal static class SitePlaces
{
    private const int MaxLevels = 3;

    /// <summary>The folders above, the nearest first; never beyond a repository or into the home folder, and through no link.</summary>
    public static IEnumerable<SitePlace> Above(string root)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var folder = new DirectoryInfo(root);
        for (var level = 1; level <= MaxLevels; level++)
        {
            if (folder.LinkTarget is not null || IsRepository(folder) || folder.Parent is not { Parent: not null } parent || parent.FullName == home || IsOpenToAll(parent))
                yield break;
            folder = parent;
            yield return new SitePlace { Folder = folder.FullName, Inside = Path.GetRelativePath(folder.FullName, root).Replace(Path.DirectorySeparatorChar, '/') };
        }
    }

    /// <summary>Folders up to two levels below.</summary>
    public static IEnumerable<SitePlace> Below(string root, IEnumerable<string> folders) =>
        from folder in folders
        where folder.Count(c => c == '/') < 2
        orderby folder.Count(c => c == '/')
        select new SitePlace { Folder = Path.Combine(root, folder), Below = folder };

    // Where anyone may put settings, as into /tmp, they are not the site's.
    private static bool IsOpenToAll(DirectoryInfo folder) => !OperatingSystem.IsWindows() && folder.UnixFileMode.HasFlag(UnixFileMode.OtherWrite);

    private static bool IsRepository(DirectoryInfo folder) => Path.Exists(Path.Combine(folder.FullName, ".git"));
}
