using System.Text;
using ContentApi.Parsing.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Mends a block that YAML refused: values that have to be quoted, quotes inside quotes, tabs that indent. Works on one
/// top-level entry at a time, changes only entries that do not parse on their own, and keeps every line on its line.
/// </summary>
internal static class YamlRepair
{
    public const string Hint = "Put the value in quotes.";

    // Each entry is parsed several times.
    private const int MaxLength = 64 * 1024;

    /// <summary>The block with its broken entries mended; entries that nothing helps are left as they are. Null for a block too long to try.</summary>
    public static string? Repair(string yaml, int firstLine, DiagnosticBag bag)
    {
        if (yaml.Length > MaxLength)
            return null;
        var result = new StringBuilder(yaml.Length + 16);
        var lines = yaml.Split('\n');
        for (var start = 0; start < lines.Length;)
        {
            var end = start + 1;
            while (end < lines.Length && !StartsEntry(lines[end]))
                end++;
            var entry = new ArraySegment<string>(lines, start, end - start);
            if (!Parses(entry))
                Mend(entry, firstLine + start, bag);
            start = end;
        }

        return result.AppendJoin('\n', lines).ToString();
    }

    private static void Mend(ArraySegment<string> entry, int line, DiagnosticBag bag)
    {
        var original = entry.ToArray();
        var findings = new DiagnosticBag(bag.Path);
        ReplaceTabs(entry, line, findings);
        ReplaceSurrogates(entry, line, findings);
        if (Parses(entry) || IndentQuoted(entry, line, findings) || QuoteValues(entry, line, findings))
            bag.AddRange(findings);
        else
            original.AsSpan().CopyTo(entry);
    }

    // As Hexo does.
    private static void ReplaceTabs(ArraySegment<string> lines, int number, DiagnosticBag bag)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var rest = lines[i].TrimStart(' ', '\t');
            var indent = lines[i][..^rest.Length];
            if (!indent.Contains('\t'))
                continue;
            lines[i] = indent.Replace("\t", "  ") + rest;
            bag.Warn(DiagnosticCode.Tab, new Place(number + i, 1), "tabs that indent were read as two spaces each", "Indent with spaces.");
        }
    }

    // YAML in double quotes may escape half of a pair, which no text in UTF-8 can hold. Whole pairs become their character.
    private static void ReplaceSurrogates(ArraySegment<string> lines, int number, DiagnosticBag bag)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Contains("\\ud", StringComparison.OrdinalIgnoreCase))
                continue;
            if (EscapedSurrogates.FindLone(lines[i]) is >= 0 and var at)
                bag.Warn(DiagnosticCode.Surrogate, new Place(number + i, at + 1), "lone surrogate replaced by U+FFFD");
            lines[i] = EscapedSurrogates.Replace(lines[i]);
        }
    }

    // A quoted value that goes on at the first column: other readers accept it, YAML does not.
    private static bool IndentQuoted(ArraySegment<string> lines, int number, DiagnosticBag bag)
    {
        var value = ValueStart(lines[0]);
        if (value >= lines[0].Length || lines[0][value] is not ('"' or '\''))
            return false;
        var indented = lines.Select((line, i) => i == 0 ? line : "  " + line).ToArray();
        if (!Parses(indented))
            return false;
        indented.AsSpan().CopyTo(lines);
        bag.Warn(DiagnosticCode.YamlRepaired, new Place(number, value + 1), "a quoted value that goes on at the first column was read as one value", "Indent its further lines.");
        return true;
    }

    private static bool QuoteValues(ArraySegment<string> lines, int number, DiagnosticBag bag)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var at = ValueStart(lines[i]);
            var value = lines[i][at..].TrimEnd();
            if (value.Length == 0 || value[0] is '|' or '>' or '#')
            {
                if (value.Length > 0 && value[0] is '|' or '>')
                    break;   // the lines of a block scalar are text
                continue;
            }

            if (Parses("x: " + value))
                continue;
            lines[i] = lines[i][..at] + "'" + Unquote(value).Replace("'", "''") + "'";
            bag.Warn(DiagnosticCode.YamlRepaired, new Place(number + i, at + 1), $"'{DiagnosticBag.Show(value)}' breaks YAML's rules and was read as text", Hint);
        }

        return Parses(lines);
    }

    /// <summary>Takes off quotes that open without closing, and pairs of quotes around the whole value, however many.</summary>
    private static string Unquote(string value)
    {
        var (start, end) = (0, value.Length);
        while (end - start >= 2 && value[start] == value[end - 1] && value[start] is '"' or '\'')
            (start, end) = (start + 1, end - 1);
        value = value[start..end];
        if (value.Length > 0 && value[0] is '"' or '\'' && value.IndexOf(value[0], 1) < 0)
            value = value[1..];
        return value.Replace("\\\"", "\"");
    }

    private static bool StartsEntry(string line)
    {
        if (line.Length == 0 || line[0] is ' ' or '\t' or '#' or '-' or '[' or '{' or ']' or '}' or '|' or '>' or ',')
            return false;
        return KeyEnd(line, 0) > 0;
    }

    /// <summary>Offset of the value after indentation, list dashes and a key; the end of the line when there is none.</summary>
    private static int ValueStart(string line)
    {
        var at = SkipBlanks(line, 0);
        while (at + 1 < line.Length && line[at] == '-' && line[at + 1] == ' ')
            at = SkipBlanks(line, at + 1);
        return SkipBlanks(line, Math.Max(at, KeyEnd(line, at)));
    }

    /// <summary>Offset after the colon of a key that starts at <paramref name="at"/>; 0 when there is none.</summary>
    private static int KeyEnd(string line, int at)
    {
        var close = at < line.Length && line[at] is '"' or '\'' ? line.IndexOf(line[at], at + 1) + 1 : at;
        var colon = close > 0 || at == 0 ? line.IndexOf(':', close) : -1;
        while (colon >= 0 && colon + 1 < line.Length && line[colon + 1] is not (' ' or '\t'))
            colon = line.IndexOf(':', colon + 1);
        return colon > at ? colon + 1 : 0;
    }

    private static int SkipBlanks(string line, int at)
    {
        while (at < line.Length && line[at] is ' ' or '\t')
            at++;
        return at;
    }

    private static bool Parses(ArraySegment<string> lines) => Parses(string.Join('\n', lines.AsSpan()!));

    private static bool Parses(string yaml)
    {
        try
        {
            var events = new Parser(new StringReader(yaml));
            for (var depth = 0; events.MoveNext();)
            {
                depth += events.Current!.NestingIncrease;
                if (depth > MetaLimit.Depth || events.Current is DocumentStart { IsImplicit: false })
                    return false;
            }

            return true;
        }
        catch (Exception e) when (YamlReader.IsSyntaxFault(e))
        {
            return false;
        }
    }
}
