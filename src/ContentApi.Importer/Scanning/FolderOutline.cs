namespace ContentApi.Importer.Scanning;

/// <summary>The upper part of a folder: what lies near its root, as far as a bounded look goes.</summary>
internal sealed class FolderOutline
{
    // Folders and files; reading the names of more would cost a noticeable part of an import that finds nothing new.
    private const int MaxEntries = 20_000;

    private readonly HashSet<string> _folders = [];
    private readonly List<string> _files = [];
    private readonly HashSet<string> _names = [];

    private FolderOutline(string root) => Root = root;

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>Paths of folders, with <c>/</c>; neither hidden ones nor links nor packages.</summary>
    public IReadOnlySet<string> Folders => _folders;

    /// <summary>Paths of files, with <c>/</c>, those near the root first, in ordinal order within a folder.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Looks at a folder, level by level. What cannot be read is not there.</summary>
    public static FolderOutline Read(string root)
    {
        var outline = new FolderOutline(root);
        var pending = new Queue<string>([""]);
        for (var left = MaxEntries; left > 0 && pending.TryDequeue(out var folder);)
            left = outline.Visit(folder, pending, left);
        return outline;
    }

    public bool HasFile(string path) => _names.Contains(path);

    private int Visit(string folder, Queue<string> pending, int left)
    {
        foreach (var entry in EntriesOf(Path.Combine(Root, folder)).Take(left))
        {
            left--;
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry is not DirectoryInfo)
            {
                _files.Add(path);
                _names.Add(path);
            }
            else if (!ScanRules.IsHidden(entry.Name) && entry.Name != "node_modules" && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                _folders.Add(path);
                pending.Enqueue(path);
            }
        }

        return left;
    }

    private static IEnumerable<FileSystemInfo> EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFileSystemInfos().OrderBy(x => x.Name, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
