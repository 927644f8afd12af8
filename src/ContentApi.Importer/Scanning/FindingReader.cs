using System.Text;
using System.Text.RegularExpressions;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds the lines that diagnostics are about, and keeps passwords out of both.</summary>
internal static partial class FindingReader
{
    // UTF-16 units. A paragraph is one line in many files; its beginning is enough to find it again.
    private const int MaxLength = 240;

    /// <param name="diagnostics">Of one file.</param>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="encoding">Of files that are not valid UTF-8; null when there is none.</param>
    public static IReadOnlyList<Finding> Read(IReadOnlyList<Diagnostic> diagnostics, ReadOnlySpan<byte> content, Encoding? encoding = null)
    {
        if (diagnostics.Count == 0)
            return [];
        if (!diagnostics.Any(HasPlace))
            return [.. diagnostics.Select(x => new Finding(x))];

        var lines = SourceLines.Read(content, encoding);
        return [.. diagnostics.Select(x => HasPlace(x) && x.Line <= lines.Count ? Read(x, lines[x.Line - 1]) : new Finding(x))];
    }

    private static Finding Read(Diagnostic diagnostic, SourceLine line)
    {
        // What a message says of a value that holds a password is of no use without it.
        var isSecret = line.Hides(diagnostic.Column) || (line.HiddenFrom is not null && Value().IsMatch(diagnostic.Message));
        return new Finding(isSecret ? diagnostic with { Message = Quoted().Replace(diagnostic.Message, "'…'") } : diagnostic, Cut(line.Text));
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

    // The last quote that is no apostrophe ends it.
    [GeneratedRegex("""(?<quote>['"`]).*\k<quote>(?!\w)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Quoted();

    // A piece of front matter, and no name of a key.
    [GeneratedRegex("'.*[:=].*'", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Value();
}
