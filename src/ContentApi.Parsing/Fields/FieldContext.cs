using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>What the readers of single fields look at.</summary>
internal sealed record FieldContext(FieldReader Fields, DialectRules Rules, ParseOptions Options, ContentPath File, DiagnosticBag Bag)
{
    /// <summary>Takes where the fields come from; null when nobody asks.</summary>
    public OriginList? Origins { get; } = Options.TracksOrigins ? new OriginList(Fields) : null;

    /// <summary>The same file for a second look, of which nothing is told.</summary>
    public FieldContext Apart() => new(Fields, Rules, Options with { TracksOrigins = false }, File, new DiagnosticBag(Bag.Path));

    /// <summary>The texts of a scalar or of all scalars of a list, nested ones too; blanks and nulls are left out.</summary>
    public static IEnumerable<MetaScalar> Texts(MetaNode node) => node switch
    {
        MetaScalar scalar when TextOf(scalar) is { } text => [scalar with { Text = text }],
        MetaList list => list.Items.SelectMany(Texts),
        _ => [],
    };

    /// <summary>The text of a scalar, trimmed; null for what is blank, null or no scalar.</summary>
    public static string? TextOf(MetaNode node) => node is MetaScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text) ? scalar.Text.Trim() : null;

    /// <summary>The value of a key of an object, in any spelling of <see cref="FieldName.Fold"/>; null when it is missing.</summary>
    public static MetaNode? NodeOf(MetaMap map, string key) => map.Entries.FirstOrDefault(x => FieldName.Fold(x.Key) == FieldName.Fold(key))?.Value;

    /// <summary>The first text among these keys of an object, trimmed; null when there is none.</summary>
    public static MetaScalar? ScalarOf(MetaMap map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (NodeOf(map, key) is MetaScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text))
                return scalar with { Text = scalar.Text.Trim() };
        }

        return null;
    }

    /// <summary>As <see cref="ScalarOf"/>.</summary>
    public static string? TextOf(MetaMap map, params ReadOnlySpan<string> keys) => ScalarOf(map, keys)?.Text;

    /// <summary>True for a value that says nothing: null, a blank text, a list of such.</summary>
    public static bool IsEmpty(MetaNode node) => node switch
    {
        MetaScalar scalar => scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text),
        MetaList list => list.Items.All(IsEmpty),
        MetaMap map => map.Entries.Count == 0,
        _ => true,
    };

    /// <summary>A name or address without the brackets of a link between notes (<c>[[a|b]]</c>), where the tool writes them.</summary>
    public string WithoutBrackets(string text)
    {
        if (!Rules.HasNoteSyntax || !text.StartsWith("[[", StringComparison.Ordinal) || !text.EndsWith("]]", StringComparison.Ordinal))
            return text;
        var inner = text[2..^2];
        var bar = inner.IndexOf('|');
        return (bar < 0 ? inner : inner[..bar]).Trim();
    }
}
