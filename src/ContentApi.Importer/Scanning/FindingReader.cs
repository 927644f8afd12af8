using System.Text;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds the lines that diagnostics are about.</summary>
internal static class FindingReader
{
    // UTF-16 units. A paragraph is one line in many files; its beginning is enough to find it again.
    private const int MaxLength = 240;

    /// <param name="diagnostics">Of one file.</param>
    /// <param name="content">The bytes of the file.</param>
    public static IReadOnlyList<Finding> Read(IReadOnlyList<Diagnostic> diagnostics, ReadOnlySpan<byte> content)
    {
        if (!diagnostics.Any(HasPlace))
            return [.. diagnostics.Select(x => new Finding(x))];

        // Lines as the parser counts them.
        var lines = Encoding.UTF8.GetString(content).TrimStart('\uFEFF').Replace("\r\n", "\n").Replace('\r', '\n').Split('\n');
        return [.. diagnostics.Select(x => new Finding(x, HasPlace(x) && x.Line <= lines.Length ? Cut(lines[x.Line - 1]) : null))];
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
