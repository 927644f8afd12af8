using ContentApi.Importer.Settings;
using ContentApi.Importer.Sites;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds the content folder that a file belongs to.</summary>
public static class ContentFolderFinder
{
    // Where generators keep their content, below the root of a site or in each other (source/_posts).
    private static readonly string[] ContentFolders = ["_posts", "_drafts", "_content", .. UsualContentRoots.All];

    private static readonly string[] ConfigurationFiles = [.. ToolFiles.Own.Values.SelectMany(x => x), .. ToolFiles.Underscored, .. ToolFiles.Plain];

    /// <summary>
    /// The nearest folder with a <c>contentapi.yaml</c>, else the nearest with the configuration of a generator, else the one
    /// above the folder that generators keep content in, else the file's own.
    /// </summary>
    /// <param name="file">The file, absolute or relative to the working folder; it need not exist.</param>
    /// <returns>Absolute path.</returns>
    public static string Find(string file)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(file)) ?? Path.GetPathRoot(Path.GetFullPath(file))!;
        var folders = Above(own).ToList();
        return folders.Find(x => File.Exists(Path.Combine(x, ContentSettings.FileName)))
            ?? folders.Find(HasConfiguration)
            ?? AboveContent(own, folders)
            ?? own;
    }

    private static string? AboveContent(string own, List<string> folders)
    {
        var first = folders.FindIndex(x => HoldsContent(x, own));
        var last = first;
        while (last >= 0 && last + 1 < folders.Count && HoldsContent(folders[last + 1], own))
            last++;
        return last < 0 ? null : folders[last];
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var next = folder; next is not null; next = Path.GetDirectoryName(next))
            yield return next;
    }

    private static bool HasConfiguration(string folder) => ConfigurationFiles.Any(name => File.Exists(Path.Combine(folder, name))) || Directory.Exists(Path.Combine(folder, ".obsidian"));

    private static bool HoldsContent(string folder, string file) =>
        ContentFolders.Select(name => Path.Combine(folder, name.Replace('/', Path.DirectorySeparatorChar)))
            .Any(content => file == content || file.StartsWith(content + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
