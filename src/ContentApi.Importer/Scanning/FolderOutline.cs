using System.IO.Enumeration;

namespace ContentApi.Importer.Scanning;

/// <summary>The upper part of a folder: what lies near its root, as far as a bounded look goes.</summary>
internal sealed class FolderOutline
{
    // Folders and files; reading the names of more would cost a noticeable part of an import that finds nothing new.
    private const int MaxEntries = 20_000;

    private readonly HashSet<string> _folders = [];
    private readonly List<string> _files = [];
    private readonly HashSet<string> _names = [];

    private bool _isCut;

    private FolderOutline(string root) => Root = root;

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>Paths of folders, with <c>/</c>; neither hidden ones nor links nor packages.</summary>
    public IReadOnlySet<string> Folders => _folders;

    /// <summary>Paths of files, with <c>/</c>, those near the root first, in ordinal order within a folder.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Looks at a folder, level by level. What cannot be read is not there.</summary>
    /// <param name="root">Absolute path of the folder.</param>
    /// <param name="maxEntries">How many folders and files are looked at.</param>
    public static FolderOutline Read(string root, int maxEntries = MaxEntries)
    {
        var outline = new FolderOutline(root);
        var pending = new Queue<string>([""]);
        for (var left = maxEntries; left > 0 && pending.TryDequeue(out var folder);)
            left = outline.Visit(folder, pending, left);
        outline._isCut |= pending.Count > 0;
        return outline;
    }

    public bool HasFile(string path) => _names.Contains(path) || (_isCut && File.Exists(Path.Combine(Root, path)));

    /// <summary>Paths of all files with such names, however many lie before them: what one of them hides must stay hidden.</summary>
    public IEnumerable<string> FindFiles(Func<string, bool> isWanted) =>
        _isCut ? WalkFor(isWanted).Order(StringComparer.Ordinal) : _files.Where(path => isWanted(SourcePath.NameOf(path)));

    // No more than names and kinds, which a folder gives without a look at its files.
    private IEnumerable<string> WalkFor(Func<string, bool> isWanted)
    {
        var pending = new Stack<string>([""]);
        while (pending.TryPop(out var folder))
        {
            foreach (var (name, isFolder) in NamesIn(Path.Combine(Root, folder)))
            {
                var path = folder.Length == 0 ? name : $"{folder}/{name}";
                if (isFolder)
                    pending.Push(path);
                else if (isWanted(name))
                    yield return path;
            }
        }
    }

    private static List<(string Name, bool IsFolder)> NamesIn(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None };
        try
        {
            return
            [
                .. new FileSystemEnumerable<(string, bool)>(folder, (ref entry) => (entry.FileName.ToString(), entry.IsDirectory), options)
                {
                    ShouldIncludePredicate = (ref entry) => !entry.IsDirectory || (MayHold(entry.FileName.ToString()) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
                },
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool MayHold(string folder) => !ScanRules.IsHidden(folder) && folder != "node_modules";

    private int Visit(string folder, Queue<string> pending, int left)
    {
        foreach (var entry in EntriesOf(Path.Combine(Root, folder)))
        {
            if (left == 0)
            {
                _isCut = true;
                break;
            }

            left--;
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry is not DirectoryInfo)
            {
                _files.Add(path);
                _names.Add(path);
            }
            else if (MayHold(entry.Name) && !entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
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
