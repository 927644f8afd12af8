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
    // YAML 1.2, 10.3: the core schema. Readers of YAML 1.1 and of one language know more, which make objects.
    private const string CoreTag = "tag:yaml.org,2002:";

    private static readonly string[] CoreTypes = ["str", "int", "float", "bool", "null", "seq", "map"];

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
    public static MetaNode? Read(string yaml, int firstLine, DiagnosticBag bag, string subject) =>
        PlainYamlReader.Read(yaml, firstLine) ?? ReadByAllRules(yaml, firstLine, bag, subject);

    /// <summary>As <see cref="Read"/>, and with the same result for every block.</summary>
    public static MetaNode? ReadByAllRules(string yaml, int firstLine, DiagnosticBag bag, string subject)
    {
        try
        {
            if (yaml.Length > MetaLimit.Length)
                throw new MetaLimitException(new Place(firstLine, 1), $"{subject} has more than {MetaLimit.Length} characters");
            if (TryRead(yaml, firstLine, bag, subject, out var node) is not { } failure)
                return node;

            // Repairs run only after a failure, so they never touch a block that YAML accepts.
            var findings = new DiagnosticBag(bag.Path);
            if (YamlRepair.Repair(yaml, firstLine, findings) is { } repaired && TryRead(repaired, firstLine, findings, subject, out node) is null)
            {
                bag.AddRange(findings);
                return node;
            }

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

    private static Exception? TryRead(string yaml, int firstLine, DiagnosticBag bag, string subject, out MetaNode? node)
    {
        var findings = new DiagnosticBag(bag.Path);
        try
        {
            node = new YamlReader(yaml, firstLine, findings, subject).ReadDocument();
            bag.AddRange(findings);
            return null;
        }
        catch (Exception failure) when (YamlSyntax.IsFault(failure))
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
                ReadEnd();
                return root;
            }
        }

        return MetaMap.Empty;
    }

    // The parser ends a document at a line of dashes, and at one that begins with "%", which it may drop without a word.
    private void ReadEnd()
    {
        var end = _events.Current!.End;
        while (_events.Current is not (DocumentEnd or StreamEnd) && _events.MoveNext())
        {
        }

        // The end of an object or list is where its bracket is.
        var at = (int)end.Index;
        at += at < _yaml.Length && _yaml[at] is '}' or ']' ? 1 : 0;
        var lines = new LineReader(_yaml, at, _firstLine + (int)end.Line - 1);
        while (lines.Read())
        {
            if (lines.Line.Trim() is [] or ['#', ..] or "---" or "...")
                continue;
            _bag.Warn(DiagnosticCode.YamlDocuments, new Place(lines.Number, 1), $"{_subject} goes on behind the end of its first document; only that was read", "Delete what follows it, or the line that ends it.");
            return;
        }
    }

    private MetaNode ReadNode(int depth)
    {
        var current = _events.Current!;
        RequireDepth(depth);
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

    private void RequireDepth(int depth)
    {
        if (depth > MetaLimit.Depth)
            throw new MetaLimitException(PlaceOf(_events.Current!), $"{_subject} is nested more than {MetaLimit.Depth} levels deep");
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

        var tag = scalar.Tag.ToString();
        var isPlain = tag.StartsWith(CoreTag, StringComparison.Ordinal) ? tag[CoreTag.Length..] is "int" or "float" or "bool" or "null" : scalar.Style == ScalarStyle.Plain && tag is "?" or "";
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
        // "{{ x }}" is a template placeholder: YAML sees an object whose key is an object.
        if (start.Style == MappingStyle.Flow && _yaml.AsSpan((int)start.Start.Index).StartsWith("{{", StringComparison.Ordinal))
            return SkipToText(start, depth);
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

    private MetaScalar SkipToText(MappingStart start, int depth)
    {
        for (var open = 1; open > 0 && _events.MoveNext(); open += _events.Current!.NestingIncrease)
            RequireDepth(depth + open);   // the parser takes the longer for a bracket the more are open
        var text = _yaml[(int)start.Start.Index..((int)_events.Current!.Start.Index + 1)];   // the end of an object is where its brace is
        var place = PlaceOf(start);
        _bag.Warn(DiagnosticCode.YamlRepaired, place, $"'{DiagnosticBag.Show(text)}' was read as text", YamlRepair.Hint);
        return new MetaScalar(place, text, IsPlain: false);
    }

    private long Grow(long size, MetaNode child, NodeEvent parent) => size + child.Size <= MetaLimit.Size
        ? size + child.Size
        : throw new MetaLimitException(PlaceOf(parent), $"{_subject} grows too large when its aliases are written out");

    // Tags never make types, but those that every YAML reader knows say whether a value is text.
    private void ReportTag(NodeEvent node)
    {
        if (node.Tag.IsEmpty)
            return;
        var tag = node.Tag.ToString();
        if (tag is "!" or "?" or "" || (tag.StartsWith(CoreTag, StringComparison.Ordinal) && CoreTypes.Contains(tag[CoreTag.Length..])))
            return;
        _bag.Warn(DiagnosticCode.Tag, PlaceOf(node), $"tag '{DiagnosticBag.Show(tag)}' ignored");
    }

    private Place PlaceOf(ParsingEvent node) =>
        new(_firstLine + (int)node.Start.Line - 1, Math.Max(1, (int)node.Start.Column));
}
