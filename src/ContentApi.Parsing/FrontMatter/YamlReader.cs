using ContentApi.Parsing.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Reads YAML from the parser's events, because every higher interface fails on real files: on duplicate keys, on the lone
/// tag <c>!</c>, or by turning titles into numbers and dates. Only the first document is read.
/// </summary>
internal sealed class YamlReader
{
    private readonly string _yaml;
    private readonly int _firstLine;
    private readonly DiagnosticBag _bag;
    private readonly Parser _events;
    private readonly Dictionary<AnchorName, MetaNode> _anchors = [];

    private readonly string _subject;

    private YamlReader(string yaml, int firstLine, DiagnosticBag bag, string subject)
    {
        _subject = subject;
        _yaml = yaml;
        _firstLine = firstLine;
        _bag = bag;
        _events = new Parser(new StringReader(yaml));
    }

    /// <summary>Null when the block cannot be read; an error then says why. An empty block is an empty map.</summary>
    /// <param name="yaml">The block.</param>
    /// <param name="firstLine">1-based line of its first line.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="subject">What messages call the block.</param>
    public static MetaNode? Read(string yaml, int firstLine, DiagnosticBag bag, string subject)
    {
        try
        {
            if (yaml.Length > MetaLimit.Length)
                throw new MetaLimitException(new Place(firstLine, 1), $"{subject} has more than {MetaLimit.Length} characters");
            if (TryRead(yaml, firstLine, bag, subject, out var node) is not { } failure)
                return node;

            // Repairs run only after a failure, so they never touch a block that YAML accepts.
            if (YamlRepair.Repair(yaml, firstLine, bag) is { } repaired && TryRead(repaired, firstLine, bag, subject, out node) is null)
                return node;
            var mark = failure is YamlException { Start: var start } ? start : Mark.Empty;
            var place = new Place(firstLine + Math.Max(1, (int)mark.Line) - 1, Math.Max(1, (int)mark.Column));
            var message = failure is YamlException ? failure.Message.TrimEnd('.') : $"{subject} breaks YAML's rules";
            bag.Error(DiagnosticCode.YamlSyntax, place, $"{message}; file rejected");
        }
        catch (MetaLimitException limit)
        {
            bag.Error(DiagnosticCode.YamlLimit, limit.Place, $"{limit.Message}; file rejected");
        }

        return null;
    }

    /// <summary>True for what the YAML parser throws at bad input: not only its own exceptions.</summary>
    public static bool IsSyntaxFault(Exception e) => e is YamlException or InvalidOperationException or ArgumentException or FormatException or OverflowException;

    private static Exception? TryRead(string yaml, int firstLine, DiagnosticBag bag, string subject, out MetaNode? node)
    {
        var findings = new DiagnosticBag(bag.Path);
        try
        {
            node = new YamlReader(yaml, firstLine, findings, subject).ReadDocument();
            bag.AddRange(findings);
            return null;
        }
        catch (Exception failure) when (IsSyntaxFault(failure))
        {
            node = null;
            return failure;
        }
    }

    private MetaNode ReadDocument()
    {
        while (_events.MoveNext())
        {
            if (_events.Current is NodeEvent or AnchorAlias)
            {
                var root = ReadNode(0);
                while (_events.Current is not (DocumentEnd or StreamEnd) && _events.MoveNext())
                {
                }

                return root;
            }
        }

        return MetaMap.Empty;
    }

    private MetaNode ReadNode(int depth)
    {
        var current = _events.Current!;
        if (depth > MetaLimit.Depth)
            throw new MetaLimitException(PlaceOf(current), $"{_subject} is nested more than {MetaLimit.Depth} levels deep");
        if (current is AnchorAlias alias)
            return Resolve(alias);
        if (current is not NodeEvent start)
            throw new SemanticErrorException(current.Start, current.End, "While reading a mapping, did not find a value");
        ReportTag(start);
        MetaNode node = start switch
        {
            Scalar scalar => ReadScalar(scalar),
            SequenceStart => ReadList(start, depth),
            _ => ReadMap((MappingStart)start, depth),
        };
        if (!start.Anchor.IsEmpty)
            _anchors[start.Anchor] = node;
        return node;
    }

    // "*starred" is far more often emphasis than an alias; an anchor that does not exist settles it.
    private MetaNode Resolve(AnchorAlias alias)
    {
        if (_anchors.TryGetValue(alias.Value, out var node))
            return node;
        var place = PlaceOf(alias);
        _bag.Warn(DiagnosticCode.YamlRepaired, place, $"'*{alias.Value}' names no anchor and was read as text", YamlRepair.Hint);
        return new MetaScalar(place, "*" + alias.Value, IsPlain: false);
    }

    private MetaScalar ReadScalar(Scalar scalar)
    {
        var place = PlaceOf(scalar);
        var text = scalar.Value;
        if (text.Contains('\0'))
        {
            text = text.Replace("\0", "");
            _bag.Warn(DiagnosticCode.Nul, place, "NUL characters removed");
        }

        var isPlain = scalar.Style == ScalarStyle.Plain && scalar.Tag.ToString() is "?" or "";
        return new MetaScalar(place, Wellformed.Of(text), isPlain);
    }

    private MetaList ReadList(NodeEvent start, int depth)
    {
        var items = new List<MetaNode>();
        var size = 16L;
        while (_events.MoveNext() && _events.Current is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
            size = Grow(size, items[^1], start);
        }

        return new MetaList(PlaceOf(start), size, items);
    }

    private MetaNode ReadMap(MappingStart start, int depth)
    {
        var entries = new List<MetaEntry>();
        var index = new Dictionary<string, int>();
        var size = 16L;
        while (_events.MoveNext() && _events.Current is not MappingEnd)
        {
            var place = PlaceOf(_events.Current!);
            var key = ReadNode(depth + 1);
            _events.MoveNext();
            var value = ReadNode(depth + 1);
            size = Grow(Grow(size, key, start), value, start);
            if (key is not MetaScalar name)
            {
                // "{{ x }}" is a template placeholder: YAML sees an object whose key is an object.
                if (start.Style == MappingStyle.Flow)
                    return SkipToText(start);
                _bag.Warn(DiagnosticCode.KeyIgnored, place, "a key that is a list or an object was left out");
                continue;
            }

            var entry = new MetaEntry(name.Text, place, value);
            if (index.TryAdd(name.Text, entries.Count))
            {
                entries.Add(entry);
                continue;
            }

            _bag.Warn(DiagnosticCode.DupKey, place, $"key '{DiagnosticBag.Show(name.Text)}' appears twice; the last value counts");
            entries[index[name.Text]] = entry;
        }

        return new MetaMap(PlaceOf(start), size, entries);
    }

    private MetaScalar SkipToText(MappingStart start)
    {
        for (var depth = 1; depth > 0 && _events.MoveNext();)
            depth += _events.Current!.NestingIncrease;
        var text = _yaml[(int)start.Start.Index..(int)_events.Current!.End.Index].Trim();
        var place = PlaceOf(start);
        _bag.Warn(DiagnosticCode.YamlRepaired, place, $"'{DiagnosticBag.Show(text)}' was read as text", YamlRepair.Hint);
        return new MetaScalar(place, text, IsPlain: false);
    }

    private long Grow(long size, MetaNode child, NodeEvent parent) => size + child.Size <= MetaLimit.Size
        ? size + child.Size
        : throw new MetaLimitException(PlaceOf(parent), $"{_subject} grows too large when its aliases are written out");

    // Tags never make types. The lone "!" and YAML's own tags say nothing new about a text.
    private void ReportTag(NodeEvent node)
    {
        if (node.Tag.IsEmpty)
            return;
        var tag = node.Tag.ToString();
        if (tag is "!" or "?" or "" || tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal))
            return;
        _bag.Warn(DiagnosticCode.Tag, PlaceOf(node), $"tag '{DiagnosticBag.Show(tag)}' ignored");
    }

    private Place PlaceOf(ParsingEvent node) =>
        new(_firstLine + (int)node.Start.Line - 1, Math.Max(1, (int)node.Start.Column));
}
