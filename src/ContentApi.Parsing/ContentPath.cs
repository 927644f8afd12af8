using System.Text.RegularExpressions;

namespace ContentApi.Parsing;

/// <summary>What the place and name of a file say.</summary>
internal sealed partial class ContentPath
{
    // Where tools keep posts; no part of an address.
    private static readonly string[] ShelfFolders = ["_posts", "_drafts", "_pages"];

    private readonly string[] _allFolders;

    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments.</param>
    /// <param name="rootFolder">Top folder that is no part of an address.</param>
    public ContentPath(string filePath, string? rootFolder)
    {
        var segments = Wellformed.Of(filePath).Split('/', StringSplitOptions.RemoveEmptyEntries);
        var file = segments is [] ? "" : segments[^1];
        _allFolders = segments is [] ? [] : segments[..^1];
        Folders = [.. _allFolders.Skip(_allFolders is [var top, ..] && top == rootFolder ? 1 : 0).Where(folder => !IsShelf(folder))];

        var dot = file.LastIndexOf('.');
        Extension = dot < 0 ? "" : file[dot..].ToLowerInvariant();
        var name = (dot < 0 ? file : file[..dot]).Trim();
        if (DatedName().Match(name) is { Success: true } dated)
        {
            Date = dated.Groups["date"].Value;
            name = dated.Groups["name"].Length > 0 ? dated.Groups["name"].Value : name;
        }

        Name = name;
    }

    /// <summary>Lower-cased, with the dot; empty when there is none.</summary>
    public string Extension { get; }

    /// <summary>File name without extension and date; may be blank.</summary>
    public string Name { get; }

    /// <summary>The date at the start of the file name; null when there is none.</summary>
    public string? Date { get; }

    /// <summary>The folders that count for an address, from the top.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>True for <c>index</c> and <c>_index</c>, which stand for their folder.</summary>
    public bool IsIndex => IsSection || Name.Equals("index", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for <c>_index</c>, which describes a section.</summary>
    public bool IsSection => Name.Equals("_index", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name a person would give: that of the folder for an index file.</summary>
    public string DisplayName => IsIndex && Folders.Count > 0 ? Folders[^1] : Name;

    public bool HasFolder(string name) => _allFolders.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsShelf(string folder) => ShelfFolders.Contains(folder, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?<date>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})([-_ ]+(?<name>.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex DatedName();
}
