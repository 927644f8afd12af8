using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>What the readers of single fields look at.</summary>
internal sealed record FieldContext(FieldReader Fields, DialectRules Rules, ParseOptions Options, ContentPath File, DiagnosticBag Bag)
{
    /// <summary>The texts of a scalar or of all scalars of a list, nested ones too; blanks and nulls are left out.</summary>
    public static IEnumerable<MetaScalar> Texts(MetaNode node) => node switch
    {
        MetaScalar { IsNull: false } scalar when !string.IsNullOrWhiteSpace(scalar.Text) => [scalar with { Text = scalar.Text.Trim() }],
        MetaList list => list.Items.SelectMany(Texts),
        _ => [],
    };

    /// <summary>The first text among these keys of an object; null when there is none.</summary>
    public static string? TextOf(MetaMap map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (map.Find(key) is MetaScalar { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text))
                return scalar.Text.Trim();
        }

        return null;
    }
}
