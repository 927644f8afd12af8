namespace ContentApi.Cli.Output;

/// <summary>Reads the lines that findings are about. Findings of one file follow each other, so the last file is kept.</summary>
internal sealed class SourceFiles
{
    // The findings of a huge file are shown without their lines.
    private const long SizeLimit = 8 * 1024 * 1024;

    private string? _path;
    private string[] _lines = [];

    /// <summary>Gives the line around a place; null when the file cannot be read or has no such place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">1-based.</param>
    /// <param name="column">1-based, in UTF-16 units.</param>
    public SourceExcerpt? Find(string path, int line, int column)
    {
        if (path != _path)
        {
            (_path, _lines) = (path, Read(path));
        }

        return line <= _lines.Length && column <= _lines[line - 1].Length + 1 ? SourceExcerpt.Of(_lines[line - 1], column - 1) : null;
    }

    private static string[] Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= SizeLimit ? File.ReadAllLines(path) : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
