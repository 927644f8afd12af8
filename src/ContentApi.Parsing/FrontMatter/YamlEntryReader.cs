using System.Text.RegularExpressions;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Cuts a block into entries, by looking for the ends of quotes and brackets where the parser gave up.</summary>
/// <param name="lines">The block; who changes lines keeps their number.</param>
internal sealed partial class YamlEntryReader(string[] lines)
{
    // Looking in vain for an end may reach the end of the block each time; this keeps it linear, and no real block comes near.
    private int _budget = 16 * lines.Sum(line => line.Length + 1);

    /// <summary>The entry that starts in a line.</summary>
    /// <param name="at">0-based number of the line.</param>
    /// <param name="limit">Number of the line where it ends at the latest.</param>
    public YamlEntry Read(int at, int limit)
    {
        var entry = YamlEntry.Of(lines[at], at);
        var value = lines[at].AsSpan(entry.ValueAt).TrimEnd();
        if (value.IsEmpty || value[0] == '#')
            return entry;
        if (BlockHeader().IsMatch(value))
            return entry with { Kind = YamlValueKind.Block, End = EndOfBlock(entry, limit) };
        var close = value[0] switch
        {
            '"' or '\'' => CloseOfQuote(entry, limit),
            '[' or '{' => CloseOfBrackets(entry, limit),
            _ => -1,
        };
        if (close > at + 1)
        {
            var closed = entry with { Kind = YamlValueKind.Whole, End = close };
            if (YamlSyntax.Accepts(TextOf(closed)))
                return closed;
            if (value[0] is '[' or '{' && !lines[(at + 1)..close].Any(line => YamlEntry.SkipBlanks(line, 0) <= entry.Indent && YamlEntry.Starts(line)))
                return closed with { Kind = YamlValueKind.Text };
        }

        return entry with { Kind = YamlValueKind.Text, End = EndOfText(entry, limit) };
    }

    /// <summary>The value alone, as it would stand under a key that is in order.</summary>
    public string TextOf(YamlEntry entry) => "x: " + string.Join("\n  ", ValueOf(entry));

    /// <summary>The lines of the value, without blanks around them.</summary>
    public IEnumerable<string> ValueOf(YamlEntry entry) =>
        lines[(entry.First + 1)..entry.End].Select(line => line.Trim()).Prepend(lines[entry.First][entry.ValueAt..].TrimEnd());

    private int EndOfBlock(YamlEntry entry, int limit)
    {
        var end = entry.End;
        while (end < limit && (string.IsNullOrWhiteSpace(lines[end]) || YamlEntry.SkipBlanks(lines[end], 0) > entry.Indent))
            end++;
        return end;
    }

    // The lines that go on with a text are indented. Where one of them looks like an entry, nobody knows what was meant.
    private int EndOfText(YamlEntry entry, int limit)
    {
        var end = entry.End;
        for (var i = end; i < limit && Spend(lines[i]); i++)
        {
            var at = YamlEntry.SkipBlanks(lines[i], 0);
            if (at == lines[i].Length)
                continue;
            if (at <= entry.Indent || lines[i][at] == '#')
                break;
            if (YamlEntry.Starts(lines[i]))
                return entry.End;
            end = i + 1;
        }

        return end;
    }

    /// <summary>Number of the line behind the one that closes the quote; -1 when none does.</summary>
    private int CloseOfQuote(YamlEntry entry, int limit)
    {
        var quote = lines[entry.First][entry.ValueAt];
        var at = entry.ValueAt + 1;
        for (var i = entry.First; i < limit && Spend(lines[i]); i++, at = 0)
        {
            for (var line = lines[i]; at < line.Length; at++)
            {
                if ((line[at] == '\\' && quote == '"') || (line[at] == '\'' && quote == '\'' && at + 1 < line.Length && line[at + 1] == '\''))
                    at++;
                else if (line[at] == quote)
                    return EndsValue(line.AsSpan(at + 1)) ? i + 1 : -1;
            }
        }

        return -1;
    }

    /// <summary>Number of the line behind the one that closes the bracket; -1 when none does.</summary>
    private int CloseOfBrackets(YamlEntry entry, int limit)
    {
        var brackets = new YamlBrackets();
        var at = entry.ValueAt;
        for (var i = entry.First; i < limit && Spend(lines[i]); i++, at = 0)
        {
            while (brackets.Read(lines[i], ref at))
            {
                if (brackets.Depth == 0)
                    return i + 1;
            }
        }

        return -1;
    }

    private static bool EndsValue(ReadOnlySpan<char> rest) => rest.IsWhiteSpace() || (rest[0] is ' ' or '\t' && rest.TrimStart()[0] == '#');

    private bool Spend(string line) => (_budget -= line.Length + 1) > 0;

    [GeneratedRegex(@"^(?:[!&]\S*[ \t]+)*[|>](?:[1-9][-+]?|[-+][1-9]?)?(?:[ \t]+#.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BlockHeader();
}
