using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Mends a block that YAML refused: keys and values that have to be quoted, quotes inside quotes, lists with empty items, lines
/// that are indented too little or by tabs. Works on one top-level key with its lines at a time, changes only what does not
/// parse on its own, and keeps every line on its line.
/// </summary>
internal sealed class YamlRepair
{
    public const string Hint = "Put the value in quotes.";

    /// <summary>UTF-16 units of the longest block that is tried: each line is parsed several times.</summary>
    public const int MaxLength = 64 * 1024;

    // What opens a bracket here is a text whose quotes were forgotten.
    private static readonly HashSet<string> TextKeys =
        ["title", .. Enum.GetValues<Dialect>().Select(DialectRules.For).SelectMany(rules => rules.DescriptionKeys.Concat(rules.ExcerptKeys))];

    private readonly string[] _lines;
    private readonly int _firstLine;
    private readonly DiagnosticBag _bag;
    private readonly YamlEntryReader _entries;

    private YamlRepair(string[] lines, int firstLine, DiagnosticBag bag)
    {
        _lines = lines;
        _firstLine = firstLine;
        _bag = bag;
        _entries = new YamlEntryReader(lines);
    }

    /// <summary>The block with what could be mended, though it may still break the rules; null for a block too long to try.</summary>
    /// <param name="yaml">The block.</param>
    /// <param name="firstLine">1-based line of its first line.</param>
    /// <param name="bag">Takes what was mended.</param>
    public static string? Repair(string yaml, int firstLine, DiagnosticBag bag)
    {
        if (yaml.Length > MaxLength)
            return null;
        var lines = yaml.Split('\n');
        new YamlRepair(lines, firstLine, bag).Repair();
        return string.Join('\n', lines);
    }

    private void Repair()
    {
        for (int start = 0, end = 0; start < _lines.Length; start = end)
        {
            do
                end = _entries.Read(end, _lines.Length).End;
            while (end < _lines.Length && !YamlEntry.StartsAtTop(_lines[end]));
            if (!Accepts(start, end))
                Mend(start, end);
        }
    }

    private bool Accepts(int start, int end) => YamlSyntax.Accepts(string.Join('\n', _lines, start, end - start));

    private void Mend(int start, int end)
    {
        ReplaceTabs(start, end);
        ReplaceSurrogates(start, end);
        if (Accepts(start, end))
            return;
        for (var at = start; at < end;)
        {
            var entry = _entries.Read(at, end);
            MendValue(entry);
            MendKey(entry);
            at = entry.End;
        }
    }

    // As Hexo does.
    private void ReplaceTabs(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var at = YamlEntry.SkipBlanks(_lines[i], 0);
            var indent = _lines[i][..at];
            if (!indent.Contains('\t'))
                continue;
            _lines[i] = indent.Replace("\t", "  ") + _lines[i][at..];
            _bag.Warn(DiagnosticCode.Tab, PlaceOf(i, 0), "tabs that indent were read as two spaces each", "Indent with spaces.");
        }
    }

    // YAML in double quotes may escape half of a pair, which no text in UTF-8 can hold. Whole pairs become their character.
    private void ReplaceSurrogates(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!_lines[i].Contains("\\ud", StringComparison.OrdinalIgnoreCase))
                continue;
            if (EscapedSurrogates.FindLone(_lines[i]) is >= 0 and var at)
                _bag.Warn(DiagnosticCode.Surrogate, PlaceOf(i, at), "lone surrogate replaced by U+FFFD");
            _lines[i] = EscapedSurrogates.Replace(_lines[i]);
        }
    }

    private void MendValue(YamlEntry entry)
    {
        if (entry.Kind == YamlValueKind.Whole)
            Indent(entry);
        else if (entry.Kind == YamlValueKind.Text && entry.Indent >= 0 && !YamlSyntax.Accepts(_entries.TextOf(entry)))
            Rewrite(entry);   // but no line at the first column without a key: a block is more than a text
    }

    // Other readers let quotes and brackets go on anywhere.
    private void Indent(YamlEntry entry)
    {
        var isMended = false;
        for (var i = entry.First + 1; i < entry.End; i++)
        {
            if (_lines[i].Length == 0 || YamlEntry.SkipBlanks(_lines[i], 0) > entry.Indent)
                continue;
            _lines[i] = new string(' ', entry.Indent + 2) + _lines[i].Trim();
            isMended = true;
        }

        if (isMended)
            _bag.Warn(DiagnosticCode.YamlRepaired, PlaceOf(entry.First, entry.ValueAt), "a value in quotes or brackets goes on less indented than its key and was read as one value", "Indent its further lines.");
    }

    private void Rewrite(YamlEntry entry)
    {
        var value = string.Join('\n', _entries.ValueOf(entry));
        var list = value[0] == '[' && !TextKeys.Contains(FieldName.Fold(entry.Key)) ? YamlList.Mend(value.Split('\n')) : null;
        var lines = (list ?? YamlText.Quote(YamlText.Of(value))).Split('\n');
        _lines[entry.First] = _lines[entry.First][..entry.ValueAt] + lines[0];
        for (var i = entry.First + 1; i < entry.End; i++)
            _lines[i] = i - entry.First < lines.Length ? new string(' ', entry.Indent + 2) + lines[i - entry.First] : "";
        _bag.Warn(DiagnosticCode.YamlRepaired, PlaceOf(entry.First, entry.ValueAt), $"'{DiagnosticBag.Show(value)}' breaks YAML's rules and was read as {(list is null ? "text" : "a list")}", list is null ? Hint : "Put items in quotes, and one comma between two.");
    }

    private void MendKey(YamlEntry entry)
    {
        if (entry.Key.Length == 0 || YamlSyntax.Accepts(entry.Key + ": x"))
            return;
        _lines[entry.First] = _lines[entry.First].Remove(entry.KeyAt, entry.Key.Length).Insert(entry.KeyAt, YamlText.Quote(YamlText.Of(entry.Key)));
        _bag.Warn(DiagnosticCode.YamlRepaired, PlaceOf(entry.First, entry.KeyAt), $"the key '{DiagnosticBag.Show(entry.Key)}' breaks YAML's rules and was read as text", "Put the key in quotes.");
    }

    private Place PlaceOf(int line, int at) => new(_firstLine + line, at + 1);
}
