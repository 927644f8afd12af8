using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Writes the keys that have no field of their own as one JSON object, in the order of the file.</summary>
internal static partial class ParamsWriter
{
    // Above this a number loses digits in JavaScript, so it is written as text.
    private const long MaxSafeInteger = (1L << 53) - 1;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A key called password is left out at every depth, and below authors their mail addresses are.</summary>
    /// <param name="entries">The keys.</param>
    /// <param name="authorKeys">Names of keys whose values are authors.</param>
    public static string Write(IEnumerable<MetaEntry> entries, IReadOnlyList<string> authorKeys) => Write(entries, authorKeys, areOfAuthor: false);

    /// <summary>Writes keys of an author, likewise.</summary>
    public static string WriteAuthor(IEnumerable<MetaEntry> entries) => Write(entries, [], areOfAuthor: true);

    private static string Write(IEnumerable<MetaEntry> entries, IReadOnlyList<string> authorKeys, bool areOfAuthor)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteObject(json, entries, authorKeys, areOfAuthor);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>One value, written as among the others.</summary>
    public static string WriteValue(MetaNode value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            WriteNode(json, value, authorKeys: [], isOfAuthor: false);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteObject(Utf8JsonWriter json, IEnumerable<MetaEntry> entries, IReadOnlyList<string> authorKeys, bool areOfAuthor)
    {
        json.WriteStartObject();
        foreach (var entry in entries)
        {
            var name = FieldName.Fold(entry.Key);
            if (name == FieldName.Password || (areOfAuthor && FieldName.Emails.Contains(name)))
                continue;
            json.WritePropertyName(entry.Key);
            WriteNode(json, entry.Value, authorKeys, areOfAuthor || authorKeys.Contains(name));
        }

        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, MetaNode node, IReadOnlyList<string> authorKeys, bool isOfAuthor)
    {
        switch (node)
        {
            case MetaMap map:
                WriteObject(json, map.Entries, authorKeys, isOfAuthor);
                break;
            case MetaList list:
                json.WriteStartArray();
                foreach (var item in list.Items)
                    WriteNode(json, item, authorKeys, isOfAuthor);
                json.WriteEndArray();
                break;
            case MetaScalar { IsNull: true }:
                json.WriteNullValue();
                break;
            case MetaScalar { IsPlain: true } plain:
                WritePlain(json, plain.Number ?? plain.Text);
                break;
            case MetaScalar text:
                json.WriteStringValue(text.Text);
                break;
        }
    }

    // YAML 1.2 core schema. A leading zero stays text: what looks like 0123 is a code, and JSON cannot write it.
    private static void WritePlain(Utf8JsonWriter json, string text)
    {
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            json.WriteBooleanValue(text[0] is 't' or 'T');
        else if (text is not [(>= '0' and <= '9') or '-' or '+' or '.', ..])
            json.WriteStringValue(text);
        else if (Integer().IsMatch(text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && Math.Abs(whole) <= MaxSafeInteger)
            json.WriteNumberValue(whole);
        else if (Decimal().IsMatch(text))
            json.WriteRawValue(text);   // 1.10 may be a version
        else if (Fraction().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            && double.IsFinite(real))
            json.WriteNumberValue(real);
        else
            json.WriteStringValue(text);
    }

    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]{0,15})$", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,15})\.[0-9]{1,17}$", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^[-+]?((0|[1-9][0-9]{0,15})\.[0-9]{0,17}|\.[0-9]{1,17}|(0|[1-9][0-9]{0,15})(\.[0-9]{0,17})?[eE][-+]?[0-9]{1,3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
