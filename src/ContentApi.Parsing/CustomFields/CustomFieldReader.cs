using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.CustomFields;

/// <summary>Reads the declared keys of a file. What does not fit is told and left out; all of it stays among the params.</summary>
internal sealed class CustomFieldReader(FieldContext context)
{
    /// <summary>The values that fit, in the order of the declarations.</summary>
    public IReadOnlyList<ParsedField> Read() => context.Options.CustomFields.Count == 0 ? [] : [.. context.Options.CustomFields.Select(Read).OfType<ParsedField>()];

    private ParsedField? Read(FieldDeclaration declared)
    {
        if (context.Fields.FindFirst(declared.FoldedKey) is not { } entry || entry.Value is MetaScalar { IsNull: true })
            return null;
        var value = new DeclaredValue(declared, entry, context.Fields.LayerOf(entry).Origin);
        var json = declared.Type switch
        {
            { Scalar: FieldScalar.JSON } => ParamsWriter.WriteValue(entry.Value),
            { IsList: true } => ReadList(value),
            _ => ReadOne(value, entry.Value is MetaList { Items: [MetaList only] } ? WithoutNoteBrackets(declared.Type.Scalar, only) : entry.Value),
        };
        if (json is null)
            return null;
        context.Origins?.Add(declared.Name, entry);
        return new ParsedField(declared, json);
    }

    // One value where several may stand is a list of one.
    private string ReadList(DeclaredValue value)
    {
        var items = value.Entry.Value is MetaList list ? list.Items : [value.Entry.Value];
        var read = items.Where(item => item is not MetaScalar { IsNull: true }).Select(item => ReadOne(value, WithoutNoteBrackets(value.Declared.Type.Scalar, item))).OfType<string>();
        return $"[{string.Join(',', value.Declared.Type.Scalar == FieldScalar.Article ? read.Distinct() : read)}]";
    }

    // YAML reads [[Note]] without quotes as a list in a list, the outer of which may stand for the list of notes.
    private static MetaNode WithoutNoteBrackets(FieldScalar scalar, MetaNode node) => node switch
    {
        MetaList { Items: [MetaScalar name] } when scalar == FieldScalar.Article => name,
        MetaList { Items: [MetaList { Items: [MetaScalar name] }] } when scalar == FieldScalar.Article => name,
        _ => node,
    };

    private string? ReadOne(DeclaredValue value, MetaNode node)
    {
        var scalar = value.Declared.Type.Scalar;
        if (node is not MetaScalar written)
        {
            Warn(value, node, node is MetaList ? "a list" : "an object", value.Declared.Type.IsList ? HintOf(scalar) : $"Write one value, or declare {value.Declared.Key} as [{scalar}] or JSON.");
            return null;
        }

        // Editors with forms write '' for what was left empty.
        if (written.IsNull || (scalar != FieldScalar.String && string.IsNullOrWhiteSpace(written.Text)))
            return null;
        if (scalar == FieldScalar.Article)
            return ReadReference(value, written);
        if (FieldValueReader.Read(scalar, written, context) is not { } json)
        {
            Warn(value, written, $"'{DiagnosticBag.Show(written.Text.Trim())}'", HintOf(scalar));
            return null;
        }

        if (scalar is FieldScalar.DateTime or FieldScalar.LocalDate && FieldValueReader.DateOf(written, context).Inferred is { } how)
            context.Bag.Warn(DiagnosticCode.DateInferred, value.PlaceOf(written), $"'{written.Text.Trim()}' was read as {how}");
        return json;
    }

    // Asked for also when it leads nowhere, so that a file that comes later is found.
    private string? ReadReference(DeclaredValue value, MetaScalar written)
    {
        var address = AddressOf(Wellformed.Of(written.Text.Trim()));
        if (address.Length is 0 or > WebAddress.MaxLength)
        {
            Warn(value, written, $"'{DiagnosticBag.Show(written.Text.Trim())}'", HintOf(FieldScalar.Article));
            return null;
        }

        var place = value.PlaceOf(written);
        if (context.Options.ResolveLink is not { } resolve || resolve(new ParsedLink(LinkSyntax.Reference, address, place.Line, place.Column) { Field = value.Declared.Name }) is { Path: not null })
            return FieldValueReader.Text(address);
        context.Bag.Warn(DiagnosticCode.DeadLink, place, $"'{DiagnosticBag.Show(address)}' of {value.Subject} leads to no article of this folder; it is left out of {value.Declared.Name}", HintOf(FieldScalar.Article));
        return null;
    }

    /// <summary>The address of a reference: a note without its brackets, its heading and the text that stands for it.</summary>
    internal static string AddressOf(string text)
    {
        if (!text.StartsWith("[[", StringComparison.Ordinal) || !text.EndsWith("]]", StringComparison.Ordinal))
            return text;
        var end = text.IndexOfAny(['|', '#']);
        return (end < 0 ? text[2..^2] : text[2..end]).Trim();
    }

    private void Warn(DeclaredValue value, MetaNode node, string shown, string hint)
    {
        var scalar = value.Declared.Type.Scalar;
        var ambiguous = scalar is FieldScalar.DateTime or FieldScalar.LocalDate && node is MetaScalar date && FieldValueReader.DateOf(date, context).IsAmbiguous;
        var what = ambiguous ? "could be day first or month first" : $"is no {scalar}, which {value.Subject} is declared as";
        var result = value.Declared.Type.IsList ? $"it is left out of {value.Declared.Name}" : $"{value.Declared.Name} left empty";
        context.Bag.Warn(DiagnosticCode.BadField, value.PlaceOf(node), $"{shown} {what}; {result}", ambiguous ? "Write 2026-01-31, or set --date-order." : hint);
    }

    private static string HintOf(FieldScalar scalar) => scalar switch
    {
        FieldScalar.String => "Write one text.",
        FieldScalar.Int => "Write a whole number of up to 32 bits without quotes, such as 42, or declare another type.",
        FieldScalar.Float => "Write a number without quotes, such as 4.5, or declare another type.",
        FieldScalar.Boolean => "Write true or false without quotes.",
        FieldScalar.DateTime => "Write 2026-01-31 20:15:00 +08:00.",
        FieldScalar.LocalDate => "Write 2026-01-31.",
        FieldScalar.URL => "Write an address such as https://example.org/a.",
        FieldScalar.Article => "Write the path of a file, such as ../a.md, or its name.",
        _ => throw new ArgumentOutOfRangeException(nameof(scalar), scalar, "Everything fits it."),
    };

    /// <param name="Declared">The key.</param>
    /// <param name="Entry">Its entry.</param>
    /// <param name="Origin">The site's file that gives the value; null for the article's own.</param>
    private sealed record DeclaredValue(FieldDeclaration Declared, MetaEntry Entry, string? Origin)
    {
        /// <summary>What messages call the key.</summary>
        public string Subject => Origin is null ? Entry.Key : $"{Entry.Key} in {Origin}";

        /// <summary>Of what stands in another file there is no place in this one.</summary>
        public Place PlaceOf(MetaNode node) => Origin is null ? node.Place : Place.Start;
    }
}
