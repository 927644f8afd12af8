namespace ContentApi.Importer.Scanning;

/// <summary>Paths below the imported folder, with <c>/</c> between their parts and none around them; the folder itself is empty.</summary>
internal static class SourcePath
{
    /// <summary>For people whose names are in another encoding.</summary>
    public const string HowToRename = "Rename it; convmv does so for whole folders.";

    private const int MaxFolders = 16;

    private const int MaxOnStack = 256;

    /// <summary>True when something was not found that a folder lists: in its name U+FFFD stands for bytes that are not UTF-8, and the name leads nowhere.</summary>
    public static bool IsNotUtf8(string path, Exception fault) => fault is FileNotFoundException or DirectoryNotFoundException && path.Contains('\uFFFD');

    /// <summary>The folder that a file or folder lies in.</summary>
    public static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    /// <summary>The last part.</summary>
    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The folders around a file, from the top and without the root; no more than the first <see cref="MaxFolders"/>.</summary>
    public static IEnumerable<string> FoldersAround(string path)
    {
        var end = path.IndexOf('/');
        for (var count = 0; end >= 0 && count < MaxFolders; end = path.IndexOf('/', end + 1), count++)
            yield return path[..end];
    }

    /// <summary>True for a path in the folder, at any depth, and for the folder itself.</summary>
    public static bool IsIn(string folder, string path) =>
        folder.Length == 0 || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));

    /// <summary>Joins and folds <c>.</c> and <c>..</c>; null when the result lies above the root.</summary>
    public static string? Join(string folder, string address)
    {
        Span<char> path = folder.Length + address.Length < MaxOnStack ? stackalloc char[MaxOnStack] : new char[folder.Length + address.Length + 1];
        var length = 0;
        return Add(folder, path, ref length) && Add(address, path, ref length) ? path[..length].ToString() : null;
    }

    // False when the way leads out above the root.
    private static bool Add(ReadOnlySpan<char> parts, Span<char> path, ref int length)
    {
        foreach (var range in parts.Split('/'))
        {
            var part = parts[range];
            if (part is "" or ".")
                continue;
            if (part is "..")
            {
                if (length == 0)
                    return false;
                length = Math.Max(0, path[..length].LastIndexOf('/'));
                continue;
            }

            if (length > 0)
                path[length++] = '/';
            part.CopyTo(path[length..]);
            length += part.Length;
        }

        return true;
    }
}
