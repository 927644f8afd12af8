using System.Text;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds the lines that diagnostics are about.</summary>
internal static class FindingReader
{
    // UTF-16 units. A paragraph is one line in many files; its beginning is enough to find it again.
    private const int MaxLength = 240;

    /// <param name="diagnostics">Of one file.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="encoding">Of files that are not valid UTF-8; null when there is none.</param>
    public static IReadOnlyList<Finding> Read(IReadOnlyList<Diagnostic> diagnostics, ReadOnlySpan<byte> content, Encoding? encoding = null)
    {
        if (!diagnostics.Any(HasPlace))
            return [.. diagnostics.Select(x => new Finding(x))];

        var lines = SourceLines.Read(content, encoding);
        return [.. diagnostics.Select(x => new Finding(x, HasPlace(x) && x.Line <= lines.Count ? Cut(lines[x.Line - 1]) : null))];
    }

    // 1:1 means that the finding is about the whole file.
    private static bool HasPlace(Diagnostic diagnostic) => diagnostic is not { Line: 1, Column: 1 };

    private static string Cut(string line)
    {
        if (line.Length <= MaxLength)
            return line;
        var end = char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return line[..end] + "…";
    }
}
