using System.Globalization;
using ContentApi.Parsing.Diagnostics;
using Tomlyn.Syntax;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Reads TOML from the tokens of its syntax tree, so that numbers and dates keep their source text. As in YAML the last of two
/// equal keys counts, with a warning.
/// </summary>
internal sealed class TomlReader
{
    private readonly TextPlaces _places;
    private readonly DiagnosticBag _bag;
    private readonly string _subject;

    private TomlReader(TextPlaces places, DiagnosticBag bag, string subject) => (_places, _bag, _subject) = (places, bag, subject);

    /// <summary>Null when the block breaks TOML's rules; an error then says where.</summary>
    /// <exception cref="MetaLimitException">The block is nested too deeply.</exception>
    public static MetaMap? Read(string toml, Place start, DiagnosticBag bag, string subject)
    {
        var places = new TextPlaces(toml, start);
        var (document, fault) = TomlSyntax.Parse(toml, places, subject);
        if (fault is not null && EscapedSurrogates.FindLone(toml) is >= 0 and var lone)
        {
            (document, fault) = TomlSyntax.Parse(EscapedSurrogates.Replace(toml), places, subject);
            if (fault is null)
                bag.Warn(DiagnosticCode.Surrogate, places.Of(lone), "lone surrogate replaced by U+FFFD");
        }

        if (fault is null)
            return new TomlReader(places, bag, subject).ReadDocument(document, start);
        bag.Error(DiagnosticCode.TomlSyntax, fault.Place, $"{fault.Message}; file rejected", "Mend the line, or the one before it.");
        return null;
    }

    private MetaMap ReadDocument(DocumentSyntax document, Place start)
    {
        var root = new TomlTable(start);
        Add(root, document.KeyValues);
        foreach (var part in document.Tables)
            Add(OpenTable(root, part), part.Items);
        return ToMap(root, 0);
    }

    private TomlTable OpenTable(TomlTable root, TableSyntaxBase part)
    {
        var keys = KeysOf(part.Name!);
        var parent = Descend(root, keys);
        var (key, place) = keys[^1];
        var table = new TomlTable(place) { IsWritten = true };
        var entry = parent.Find(key);
        if (part is TableArraySyntax)
        {
            if (entry is { IsList: true })
            {
                entry.Tables.Add(table);
                return table;
            }

            if (entry is not null)
                ReportTwice(key, place);
            parent.Set(new TomlEntry(key, place) { IsList = true, Tables = [table] });
            return table;
        }

        if (entry is { IsList: false, Tables: [var earlier] })
        {
            if (earlier.IsWritten)
                _bag.Warn(DiagnosticCode.DupKey, place, $"table '{DiagnosticBag.Show(key)}' appears twice; its keys are put together");
            earlier.IsWritten = true;
            return earlier;
        }

        if (entry is not null)
            ReportTwice(key, place);
        parent.Set(new TomlEntry(key, place) { Tables = [table] });
        return table;
    }

    private void Add(TomlTable table, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            var keys = KeysOf(pair.Key!);
            var parent = Descend(table, keys);
            var (key, place) = keys[^1];
            if (parent.Find(key) is not null)
                ReportTwice(key, place);
            parent.Set(ToEntry(key, place, pair.Value!));
        }
    }

    private TomlEntry ToEntry(string key, Place place, ValueSyntax value)
    {
        if (value is not InlineTableSyntax braces)
            return new TomlEntry(key, place) { Value = value };
        return new TomlEntry(key, place) { Tables = [ToTable(braces)] };
    }

    private TomlTable ToTable(InlineTableSyntax braces)
    {
        var table = new TomlTable(PlaceOf(braces)) { IsWritten = true };
        Add(table, braces.Items.Select(item => item.KeyValue!));
        return table;
    }

    /// <summary>The table that holds the last of the keys; the tables on the way are made where they are missing.</summary>
    private TomlTable Descend(TomlTable table, List<(string Key, Place Place)> keys)
    {
        if (keys.Count > MetaLimit.Depth)
            throw new MetaLimitException(keys[0].Place, $"{_subject} is nested more than {MetaLimit.Depth} levels deep");
        foreach (var (key, place) in keys.SkipLast(1))
        {
            var entry = table.Find(key);
            if (entry is { Tables: [.., var last] })
            {
                table = last;
                continue;
            }

            if (entry is not null)
                ReportTwice(key, place);
            var next = new TomlTable(place);
            table.Set(new TomlEntry(key, place) { Tables = [next] });
            table = next;
        }

        return table;
    }

    private MetaMap ToMap(TomlTable table, int depth)
    {
        Check(depth, table.Place);
        var entries = table.Entries.Select(entry => new MetaEntry(entry.Key, entry.Place, ToNode(entry, depth + 1))).ToList();
        return new MetaMap(table.Place, 16 + entries.Sum(entry => 16 + entry.Key.Length + entry.Value.Size), entries);
    }

    private MetaNode ToNode(TomlEntry entry, int depth)
    {
        if (entry.Value is { } value)
            return ToNode(value, depth);
        return entry.IsList
            ? ToList(entry.Place, entry.Tables.Select(table => ToMap(table, depth + 1)))
            : ToMap(entry.Tables[0], depth);
    }

    private MetaNode ToNode(ValueSyntax value, int depth)
    {
        var place = PlaceOf(value);
        Check(depth, place);
        return value switch
        {
            StringValueSyntax text => new MetaScalar(place, Clean(text.Value!, place), IsPlain: false),
            IntegerValueSyntax integer => ToNumber(integer.Token!.Text!, place, integer.Value),
            FloatValueSyntax real => ToNumber(real.Token!.Text!, place, null),
            BooleanValueSyntax boolean => new MetaScalar(place, boolean.Token!.Text!, IsPlain: true),
            DateTimeValueSyntax date => new MetaScalar(place, date.Token!.Text!, IsPlain: true),
            ArraySyntax array => ToList(place, array.Items.Select(item => ToNode(item.Value!, depth + 1))),
            InlineTableSyntax braces => ToMap(ToTable(braces), depth),
            _ => throw new InvalidOperationException($"TOML has no value of the kind {value.Kind}."),
        };
    }

    private static MetaScalar ToNumber(string text, Place place, long? value)
    {
        var digits = text.Replace("_", "");
        var isInDecimal = value is null || !digits.AsSpan().TrimStart("+-").StartsWith("0", StringComparison.Ordinal) || digits.Length < 3 || char.IsAsciiDigit(digits[1]);
        var number = isInDecimal ? digits : value!.Value.ToString(CultureInfo.InvariantCulture);
        return new MetaScalar(place, text, IsPlain: true) { Number = number == text ? null : number };
    }

    private static MetaList ToList(Place place, IEnumerable<MetaNode> items)
    {
        var list = items.ToList();
        return new MetaList(place, 16 + list.Sum(item => item.Size), list);
    }

    private string Clean(string text, Place place)
    {
        if (!text.Contains('\0'))
            return text;
        _bag.Warn(DiagnosticCode.Nul, place, "NUL characters removed");
        return text.Replace("\0", "");
    }

    private void Check(int depth, Place place)
    {
        if (depth > MetaLimit.Depth)
            throw new MetaLimitException(place, $"{_subject} is nested more than {MetaLimit.Depth} levels deep");
    }

    private void ReportTwice(string key, Place place) =>
        _bag.Warn(DiagnosticCode.DupKey, place, $"key '{DiagnosticBag.Show(key)}' appears twice; the last value counts");

    private List<(string Key, Place Place)> KeysOf(KeySyntax key)
    {
        List<(string Key, Place Place)> keys = [NameOf(key.Key!)];
        foreach (var item in key.DotKeys)
            keys.Add(NameOf(item.Key!));
        return keys;
    }

    private (string Key, Place Place) NameOf(BareKeyOrStringValueSyntax part)
    {
        var place = PlaceOf(part);
        return (part is StringValueSyntax quoted ? Clean(quoted.Value!, place) : ((BareKeySyntax)part).Key!.Text!, place);
    }

    private Place PlaceOf(SyntaxNode node) => _places.Of(node.Span.Start.Offset);
}
