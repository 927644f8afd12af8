using System.Text;
using ContentApi.Parsing;

namespace ContentApi.Cli.Output;

/// <summary>Reads the lines that findings are about. Findings of one file follow each other, so the last file is kept.</summary>
/// <param name="encoding">Of files that are not UTF-8; null when there is none.</param>
internal sealed class SourceFiles(Encoding? encoding)
{
    // The findings of a huge file are shown without their lines.
    private const long SizeLimit = 8 * 1024 * 1024;

    private string? _path;
    private IReadOnlyList<SourceLine> _lines = [];

    /// <summary>Gives the line around a place; null when the file cannot be read or has no such place.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">1-based.</param>
    /// <param name="column">1-based, in UTF-16 units.</param>
    public SourceExcerpt? Find(string path, int line, int column) =>
        FindLine(path, line) is { } text && column <= text.Length + 1 ? SourceExcerpt.Of(text, column - 1) : null;

    /// <summary>Gives a whole line; null when the file cannot be read or has no such line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">1-based.</param>
    public string? FindLine(string path, int line)
    {
        if (path != _path)
        {
            (_path, _lines) = (path, Read(path));
        }

        return line <= _lines.Count ? _lines[line - 1].Text : null;
    }

    private IReadOnlyList<SourceLine> Read(string path)
    {
        try
        {
            return new FileInfo(path).Length <= SizeLimit ? SourceLines.Read(File.ReadAllBytes(path), encoding) : [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
