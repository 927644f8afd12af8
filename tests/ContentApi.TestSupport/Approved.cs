using System.Runtime.CompilerServices;

namespace ContentApi.TestSupport;

/// <summary>
/// Compares text with the approved text in a file beside the test. With CONTENTAPI_APPROVE=1 the file is written instead;
/// the change then shows in the commit, where a person reads it.
/// </summary>
public static class Approved
{
    private const int ContextLines = 3;

    /// <summary>Compares with <c>{test file}.{name}.approved.txt</c>; line ends and the end of the file do not count.</summary>
    /// <exception cref="ApprovedTextException">The texts differ, or nothing is approved yet.</exception>
    public static void Check(string actual, [CallerMemberName] string name = "", [CallerFilePath] string source = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(source)!, $"{Path.GetFileNameWithoutExtension(source)}.{name}.approved.txt");
        var text = Normalize(actual);
        if (Environment.GetEnvironmentVariable("CONTENTAPI_APPROVE") == "1")
        {
            File.WriteAllText(path, text);
            return;
        }

        var approved = File.Exists(path) ? Normalize(File.ReadAllText(path)) : "";
        if (approved != text)
        {
            throw new ApprovedTextException(
                $"The text differs from {Path.GetRelativePath(RepositoryFiles.Root, path)} (- approved, + actual). When the new text is right, run the test with CONTENTAPI_APPROVE=1.\n{Compare(approved, text)}");
        }
    }

    /// <summary>The lines between the first and the last difference, with the lines around them.</summary>
    internal static string Compare(string approved, string actual)
    {
        var before = approved.Split('\n');
        var after = actual.Split('\n');
        var shorter = Math.Min(before.Length, after.Length);
        var head = 0;
        while (head < shorter && before[head] == after[head])
            head++;
        var tail = 0;
        while (tail < shorter - head && before[^(tail + 1)] == after[^(tail + 1)])
            tail++;

        var lead = before[Math.Max(0, head - ContextLines)..head].Select(line => $"  {line}");
        var removed = before[head..^tail].Select(line => $"- {line}");
        var added = after[head..^tail].Select(line => $"+ {line}");
        var trail = before[^tail..].Take(ContextLines).Select(line => $"  {line}");
        return $"@@ line {head + 1} @@\n{string.Join('\n', [.. lead, .. removed, .. added, .. trail])}";
    }

    private static string Normalize(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
