using System.Globalization;

namespace ContentApi.Importer.Sources;

/// <summary>
/// What an archive or a repository holds at one time, in a folder of its own. Servers read pictures from it as long as a database
/// names it, so nothing in it is changed once it is whole: what differs is another state.
/// </summary>
/// <param name="folder">Absolute path.</param>
internal sealed class CachedState(string folder)
{
    private static readonly EnumerationOptions AllButLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };

    /// <summary>Absolute path.</summary>
    public string Folder => folder;

    /// <summary>Where its files lie.</summary>
    public string Content => Path.Combine(folder, "content");

    /// <summary>True for one that this import has brought.</summary>
    public bool IsNew { get; private set; }

    private string Mark => Path.Combine(folder, "whole");

    /// <summary>True when all of it was written, and is there: those who clean up, and machines that lose their power, leave half of it.</summary>
    public bool IsWhole() => File.Exists(Mark) && Directory.Exists(Content) && File.ReadAllText(Mark) == Measure();

    /// <summary>Says that all of it is written.</summary>
    public void Finish()
    {
        File.WriteAllText(Mark, Measure());
        IsNew = true;
    }

    /// <summary>Deletes it. What cannot be deleted now is by the next import.</summary>
    public void Delete()
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is in nobody's way.
        }
    }

    private string Measure()
    {
        var files = new DirectoryInfo(Content).EnumerateFiles("*", AllButLinks).Aggregate((Count: 0, Length: 0L), (sum, x) => (sum.Count + 1, sum.Length + x.Length));
        return string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {files.Length} bytes");
    }
}
