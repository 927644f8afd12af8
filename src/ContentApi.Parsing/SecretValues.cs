using System.Text.RegularExpressions;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing;

/// <summary>
/// Finds the values of passwords by the look of their lines, because findings are about files that break the rules of YAML, TOML and
/// JSON. Rather too much is hidden than too little.
/// </summary>
internal static partial class SecretValues
{
    private const string Hidden = "…";

    /// <summary>The lines of a file without its passwords: those of its front matter, in a file without a closed one those of all of it.</summary>
    /// <param name="text">With LF line ends.</param>
    public static IReadOnlyList<SourceLine> Hide(string text)
    {
        var split = FrontMatterSplitter.Split(text);
        var (from, to) = split is { Format: not null, IsClosed: true } ? (split.OpenFenceEnd, split.ContentEnd) : (0, text.Length);
        var found = new List<SourceLine>();
        var block = text[..to];
        var (start, hiddenTo) = (0, 0);
        foreach (var line in text.Split('\n'))
        {
            var end = start + line.Length;
            if (start < hiddenTo)
                found.Add(Cut(line, 0));
            else if (end > from && FindKey(line) is { } key && start + key.Index < to)
            {
                found.Add(Cut(line, key.Index + key.Length));
                hiddenTo = EndOfValue(block, start, key);
            }
            else
                found.Add(new SourceLine(line, null));
            start = end + 1;
        }

        return found;
    }

    // A table of TOML has the name in brackets.
    private static Match? FindKey(string line)
    {
        var isTable = line.AsSpan().TrimStart().StartsWith("[");
        var key = Key().Match(line);
        while (key.Success && !isTable && key.Value.EndsWith(']'))
            key = key.NextMatch();
        return key.Success ? key : null;
    }

    private static SourceLine Cut(string line, int at) => new(line.AsSpan(at).IsWhiteSpace() ? line : $"{line[..at]}{Hidden}", at + 1);

    /// <summary>Offset of the first line behind a value.</summary>
    private static int EndOfValue(string text, int line, Match key)
    {
        var end = NextLine(text, SkipMarked(text, Math.Min(line + key.Index + key.Length, text.Length)));
        var isTable = key.Value.EndsWith(']');
        while (end < text.Length)
        {
            var next = NextLine(text, end);
            var content = text[end..next].TrimEnd('\n');
            if (isTable ? content.TrimStart().StartsWith('[') : EndsBefore(content, key.Groups["name"].Index))
                break;
            end = next;
        }

        return end;
    }

    // A line that goes on with a value is indented, an item of its list, or no key.
    private static bool EndsBefore(string line, int column)
    {
        var text = line.TrimStart();
        var indentation = line.Length - text.Length;
        return indentation <= column && (text.StartsWith('}') || text.StartsWith(']') || (NextKey().IsMatch(text) && !(indentation == column && text.StartsWith('-'))));
    }

    private static int NextLine(string text, int at) => text.IndexOf('\n', Math.Min(at, text.Length)) is >= 0 and var end ? end + 1 : text.Length;

    /// <summary>Offset in the last line of a value in quotes or brackets; in the first line of any other.</summary>
    private static int SkipMarked(string text, int at)
    {
        if (Lead().Match(text, at) is { Success: true, Length: var length } && at + length < text.Length && text[at + length] is '"' or '\'' or '[' or '{')
            at += length;
        else
            return at;
        var depth = 0;
        do
        {
            depth += text[at] is '[' or '{' ? 1 : text[at] is ']' or '}' ? -1 : 0;
            at = text[at] is '"' or '\'' ? EndOfQuoted(text, at) : at + 1;
        }
        while (depth > 0 && at < text.Length);
        return at;
    }

    private static int EndOfQuoted(string text, int at)
    {
        var mark = text[at];
        var triple = new string(mark, 3);
        if (string.CompareOrdinal(text, at, triple, 0, 3) == 0)
            return text.IndexOf(triple, at + 3, StringComparison.Ordinal) is >= 0 and var close ? close + 3 : text.Length;
        for (at++; at < text.Length && text[at] != mark; at++)
        {
            if (mark == '"' && text[at] == '\\')
                at++;
        }

        return at + 1;
    }

    // As FieldName.Fold reads it; in TOML also the name of a table, or a part of one. Nothing in these is tried twice, so lines may be long.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])(?<name>[""']?p[-_ ]*a[-_ ]*s[-_ ]*s[-_ ]*w[-_ ]*o[-_ ]*r[-_ ]*d(?>[-_ ]*)[""']?)(\.[^\s=:\]]{0,200})?(?>\s*)([:=]\s?|\]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Key();

    [GeneratedRegex(@"^(?>(-\s+)*)(""[^""]*""\s*:|'[^']*'\s*:|[^\s:=""'#][^:=]*(:(\s|$)|=))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NextKey();

    // Blanks, and YAML's tags and anchors.
    [GeneratedRegex(@"\G\s*([!&]\S*\s+)*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Lead();
}
