using ContentApi.Importer.Scanning;

namespace ContentApi.Importer.Sites;

/// <summary>Sections of Zola that are drafts: what lies below one is not read, whatever it says itself (getzola.org/documentation/content/section).</summary>
internal static class ZolaDrafts
{
    /// <summary>Their folders, with the reason.</summary>
    public static IEnumerable<(string Folder, string Reason)> Find(FolderOutline outline)
    {
        foreach (var path in outline.FindFiles(IsIndex))
        {
            var section = SectionFile.Read(outline.Root, path);
            if (section.Map?.IsOn("draft") == true)
                yield return (SourcePath.FolderOf(path), $"'{path}' is a draft, and Zola reads nothing of its section");
            else if (section.MayHold("draft"))
                yield return (SourcePath.FolderOf(path), $"'{path}' cannot be read, and may make its section a draft");
        }
    }

    private static bool IsIndex(string name) => name.StartsWith("_index.", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal);
}
