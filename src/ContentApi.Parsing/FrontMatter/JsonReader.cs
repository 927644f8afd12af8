using System.Text;
using System.Text.Json;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Reads JSON as its standard has it: comments and commas before a closing bracket are mistakes. Numbers keep their source text.</summary>
internal sealed class JsonReader
{
    // Ours is the check that speaks of the limit, so the reader's lies beyond it.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = MetaLimit.Depth * 2 };

    private readonly byte[] _bytes;
    private readonly TextPlaces _places;
    private readonly DiagnosticBag _bag;
    private readonly string _subject;

    // How far the places were counted.
    private int _byteAt;
    private int _charAt;

    private JsonReader(byte[] bytes, TextPlaces places, DiagnosticBag bag, string subject) =>
        (_bytes, _places, _bag, _subject) = (bytes, places, bag, subject);

    /// <summary>Null when the block breaks JSON's rules; an error then says where.</summary>
    /// <exception cref="MetaLimitException">The block is nested too deeply.</exception>
    public static MetaNode? Read(string json, MetaFormat format, Place start, DiagnosticBag bag, string subject)
    {
        if (format == MetaFormat.JsonMembers)
            (json, start) = ("{" + json + "}", start with { Column = start.Column - 1 });
        var places = new TextPlaces(json, start);
        var findings = new DiagnosticBag(bag.Path);
        if (EscapedSurrogates.FindLone(json) is >= 0 and var lone)
        {
            findings.Warn(DiagnosticCode.Surrogate, places.Of(lone), "lone surrogate replaced by U+FFFD");
            json = EscapedSurrogates.ReplaceLone(json);
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            var root = new JsonReader(bytes, places, findings, subject).ReadDocument();
            bag.AddRange(findings);
            return root;
        }
        catch (JsonException fault)
        {
            var place = places.Of(json, (int)(fault.LineNumber ?? 0), (int)(fault.BytePositionInLine ?? 0));
            bag.Error(DiagnosticCode.JsonSyntax, place, $"{MessageOf(fault)}; file rejected", "Mend the line, or the one before it.");
            return null;
        }
    }

    private MetaNode ReadDocument()
    {
        var reader = new Utf8JsonReader(_bytes, Options);
        reader.Read();
        var root = ReadNode(ref reader);

        // Fails when anything follows.
        reader.Read();
        return root;
    }

    private MetaNode ReadNode(ref Utf8JsonReader reader)
    {
        var place = PlaceOf(ref reader);
        if (reader.CurrentDepth > MetaLimit.Depth)
            throw new MetaLimitException(place, $"{_subject} is nested more than {MetaLimit.Depth} levels deep");
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadMap(ref reader, place),
            JsonTokenType.StartArray => ReadList(ref reader, place),
            JsonTokenType.String => new MetaScalar(place, ReadText(ref reader, place), IsPlain: false),
            _ => new MetaScalar(place, Encoding.UTF8.GetString(reader.ValueSpan), IsPlain: true),
        };
    }

    private MetaMap ReadMap(ref Utf8JsonReader reader, Place place)
    {
        var entries = new List<MetaEntry>();
        var index = new Dictionary<string, int>();
        var size = 16L;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyPlace = PlaceOf(ref reader);
            var key = ReadText(ref reader, keyPlace);
            reader.Read();
            var entry = new MetaEntry(key, keyPlace, ReadNode(ref reader));
            size += 16 + key.Length + entry.Value.Size;
            if (index.TryAdd(key, entries.Count))
            {
                entries.Add(entry);
                continue;
            }

            _bag.Warn(DiagnosticCode.DupKey, keyPlace, $"key '{DiagnosticBag.Show(key)}' appears twice; the last value counts");
            entries[index[key]] = entry;
        }

        return new MetaMap(place, size, entries);
    }

    private MetaList ReadList(ref Utf8JsonReader reader, Place place)
    {
        var items = new List<MetaNode>();
        var size = 16L;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadNode(ref reader));
            size += items[^1].Size;
        }

        return new MetaList(place, size, items);
    }

    private string ReadText(ref Utf8JsonReader reader, Place place)
    {
        var text = reader.GetString()!;
        if (!text.Contains('\0'))
            return text;
        _bag.Warn(DiagnosticCode.Nul, place, "NUL characters removed");
        return text.Replace("\0", "");
    }

    private Place PlaceOf(ref Utf8JsonReader reader)
    {
        var start = (int)reader.TokenStartIndex;
        _charAt += Encoding.UTF8.GetCharCount(_bytes.AsSpan(_byteAt..start));
        _byteAt = start;
        return _places.Of(_charAt);
    }

    // The library's message ends in the place, counted its way, and in advice to programmers.
    private static string MessageOf(JsonException fault)
    {
        var end = fault.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var message = end < 0 ? fault.Message : fault.Message[..end];
        return message.Replace(" Change the reader options.", "").ReplaceLineEndings(" ").TrimEnd('.');
    }
}
