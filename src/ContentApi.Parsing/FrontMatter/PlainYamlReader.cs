using System.Buffers;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Reads the YAML that most front matter is written in: keys, and texts, lists and objects as their values, one a line. Costs a
/// fraction of the parser of all of YAML, which reads whatever this one does not: it declines everything unusual, and everything
/// that earns a finding. What it reads it reads as <see cref="YamlReader"/> does, places included.
/// </summary>
internal ref struct PlainYamlReader
{
    private const int MaxDepth = 8;

    // Namesakes are looked for among all keys of an object.
    private const int MaxKeys = 64;

    // Of YAML a key may have 1,024 characters.
    private const int MaxKeyLength = 200;

    // Line ends of YAML 1.1, tabs, and what no text has.
    private static readonly SearchValues<char> Unusual = SearchValues.Create(
        [.. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c != '\n'), '\u007F', .. Enumerable.Range(0x80, 0x20).Select(c => (char)c), '\u2028', '\u2029', '\uFEFF', '\uFFFE', '\uFFFF']);

    // What no unquoted text begins with; some of it only in front of a blank.
    private static readonly SearchValues<char> Indicators = SearchValues.Create("-?:,[]{}#&*!|>'\"%@`");

    // What ends or changes an unquoted item of a list in brackets.
    private static readonly SearchValues<char> FlowIndicators = SearchValues.Create(":#?[]{}&*!|>'\"%@`");

    private readonly string _yaml;
    private readonly int _firstLine;
    private int _next;     // offset of the line behind the current one
    private int _start;    // offset of the current line, the last one that is neither blank nor a comment
    private int _end;      // offset behind its last character that is no blank
    private int _indent;   // blanks that it begins with; -1 behind the last line
    private int _line;     // its 0-based number
    private int _lines;    // number of the line at _next

    private PlainYamlReader(string yaml, int firstLine) => (_yaml, _firstLine) = (yaml, firstLine);

    /// <summary>Null for a block that has to be read by all rules of YAML.</summary>
    /// <param name="yaml">The block.</param>
    /// <param name="firstLine">1-based line of its first line.</param>
    public static MetaMap? Read(string yaml, int firstLine)
    {
        if (yaml.Length > MetaLimit.Length || yaml.AsSpan().ContainsAny(Unusual))
            return null;
        var reader = new PlainYamlReader(yaml, firstLine);
        reader.Advance();
        return reader._indent == 0 && reader.ReadMap(depth: 1) is { Size: <= MetaLimit.Size } map && reader._indent < 0 ? map : null;
    }

    private readonly ReadOnlySpan<char> Line => _yaml.AsSpan(_start, _end - _start);

    private void Advance()
    {
        while (_next < _yaml.Length)
        {
            var rest = _yaml.AsSpan(_next);
            var length = rest.IndexOf('\n') is >= 0 and var found ? found : rest.Length;
            var line = rest[..length].TrimEnd(' ');
            (_start, _end, _line) = (_next, _next + line.Length, _lines++);
            _next = Math.Min(_next + length + 1, _yaml.Length);
            _indent = line.IndexOfAnyExcept(' ');
            if (_indent >= 0 && line[_indent] != '#')
                return;
        }

        _indent = -1;
    }

    // Lines of the current indentation; ends at one of a smaller.
    private MetaMap? ReadMap(int depth)
    {
        var indent = _indent;
        var place = PlaceAt(indent);
        var entries = new List<MetaEntry>(16);
        var size = 16L;
        while (_indent == indent)
        {
            if (entries.Count == MaxKeys || ReadKey() is not { } key || Has(entries, key))
                return null;
            var start = PlaceAt(indent);
            if (ReadValue(indent + key.Length + 1, depth) is not { } value)
                return null;
            entries.Add(new MetaEntry(key, start, value));
            size += 16 + key.Length + value.Size;
        }

        return _indent < indent ? new MetaMap(place, size, entries) : null;
    }

    private static bool Has(List<MetaEntry> entries, string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
                return true;
        }

        return false;
    }

    private readonly string? ReadKey()
    {
        var line = Line[_indent..];
        var colon = line.IndexOf(':');
        if (colon is <= 0 or > MaxKeyLength || (colon + 1 < line.Length && line[colon + 1] != ' '))
            return null;
        var key = line[..colon];
        foreach (var c in key)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-' or '.'))
                return null;
        }

        return key[0] == '-' ? null : key.ToString();
    }

    // Of a key that ends at a column of the current line. The line behind the value is the current one then.
    private MetaNode? ReadValue(int column, int depth)
    {
        var indent = _indent;
        var behind = Line[column..];
        var blanks = behind.IndexOfAnyExcept(' ');
        if (blanks >= 0 && behind[blanks] != '#')
        {
            MetaNode? node = behind[blanks] == '[' ? ReadBrackets(column + blanks) : ReadText(column + blanks);
            Advance();
            return _indent <= indent ? node : null;   // else the text goes on
        }

        var place = PlaceAt(column);
        Advance();
        if (_indent >= indent && IsItem())
            return ReadItems(indent);
        if (_indent <= indent)
            return new MetaScalar(place, "", IsPlain: true);
        return depth < MaxDepth ? ReadMap(depth + 1) : null;
    }

    private readonly bool IsItem() => Line[_indent..] is ['-'] or ['-', ' ', ..];

    private MetaList? ReadItems(int parent)
    {
        var indent = _indent;
        var place = PlaceAt(indent);
        var items = new List<MetaNode>();
        var size = 16L;
        while (_indent == indent && IsItem())
        {
            var blanks = Line[(indent + 1)..].IndexOfAnyExcept(' ');
            if (blanks < 0 || ReadText(indent + 1 + blanks) is not { } item)
                return null;
            items.Add(item);
            size += item.Size;
            Advance();
        }

        return _indent < indent || indent == parent && _indent == indent ? new MetaList(place, size, items) : null;
    }

    // A text that fills the rest of the current line.
    private readonly MetaScalar? ReadText(int column)
    {
        var text = Line[column..];
        if (text[0] is '\'' or '"')
            return ReadQuoted(column, out var end) is { } quoted && end == Line.Length ? quoted : null;
        if (Indicators.Contains(text[0]))
            return null;
        if (text.IndexOf(" #") is >= 0 and var comment)
            text = text[..comment].TrimEnd(' ');
        return text[^1] == ':' || text.Contains(": ", StringComparison.Ordinal) ? null : Scalar(column, text.ToString(), isPlain: true);
    }

    private readonly MetaScalar? ReadQuoted(int column, out int end)
    {
        end = column;
        var quote = Line[column];
        var inner = Line[(column + 1)..];
        var close = inner.IndexOf(quote);
        var isDoubled = false;
        while (quote == '\'' && close >= 0 && close + 1 < inner.Length && inner[close + 1] == quote)
        {
            isDoubled = true;
            close = inner[(close + 2)..].IndexOf(quote) is >= 0 and var next ? close + 2 + next : -1;
        }

        if (close < 0 || (quote == '"' && inner[..close].Contains('\\')))
            return null;
        end = column + close + 2;
        var text = inner[..close].ToString();
        return Scalar(column, isDoubled ? text.Replace("''", "'") : text, isPlain: false);
    }

    // A list of texts on one line.
    private readonly MetaList? ReadBrackets(int column)
    {
        var items = new List<MetaNode>();
        var size = 16L;
        var at = column + 1;
        while (true)
        {
            at = SkipBlanks(at);
            if (at == Line.Length)
                return null;
            if (Line[at] == ']')
                return at + 1 == Line.Length ? new MetaList(PlaceAt(column), size, items) : null;
            if (ReadItem(ref at) is not { } item)
                return null;
            items.Add(item);
            size += item.Size;
            at = SkipBlanks(at);
            if (at == Line.Length || Line[at] is not (',' or ']'))
                return null;
            at += Line[at] == ',' ? 1 : 0;
        }
    }

    private readonly MetaScalar? ReadItem(ref int at)
    {
        var start = at;
        if (Line[at] is '\'' or '"')
            return ReadQuoted(start, out at);
        var rest = Line[at..];
        var length = rest.IndexOfAny(',', ']');
        if (length <= 0)
            return null;
        at += length;
        var text = rest[..length].TrimEnd(' ');
        return text[0] == '-' || text.ContainsAny(FlowIndicators) ? null : Scalar(start, text.ToString(), isPlain: true);
    }

    private readonly int SkipBlanks(int at) => Line[at..].IndexOfAnyExcept(' ') is >= 0 and var blanks ? at + blanks : Line.Length;

    private readonly MetaScalar Scalar(int column, string text, bool isPlain) => new(PlaceAt(column), Wellformed.Of(text), isPlain);

    private readonly Place PlaceAt(int column) => new(_firstLine + _line, column + 1);
}
