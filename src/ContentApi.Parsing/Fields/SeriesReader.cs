using System.Globalization;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the series that an article is a part of. Its keys stay among the params too.</summary>
internal static class SeriesReader
{
    /// <summary>A text, the first of a list, or an object with a name; null when there is none.</summary>
    public static ParsedSeries? Read(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.SeriesKeys))
        {
            if (TitleOf(entry.Value) is not { } title)
                continue;
            var position = PositionIn(entry.Value) ?? ReadPosition(context);
            context.Origins?.Add("series", entry, entry.Value is MetaList { Items.Count: > 1 } ? "the first of the list" : null);
            return new ParsedSeries(FieldLimit.Apply(title, FieldLimit.Name, "series", entry.Value.Place, context.Bag), position);
        }

        return null;
    }

    /// <summary>A finite number; null when the value is none.</summary>
    public static double? NumberOf(MetaNode? node) => node is MetaScalar scalar
        && double.TryParse(scalar.Number ?? scalar.Text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static string? TitleOf(MetaNode node) => node switch
    {
        MetaScalar scalar => FieldContext.IsEmpty(scalar) || scalar.IsPlain && scalar.Text.Trim().ToLowerInvariant() is "true" or "false" ? null : scalar.Text.ReplaceLineEndings(" ").Trim(),
        MetaList list => list.Items.Select(TitleOf).FirstOrDefault(title => title is not null),
        MetaMap map => FieldContext.TextOf(map, "name", "title", "label", "id", "slug"),
        _ => null,
    };

    private static double? PositionIn(MetaNode node) => node switch
    {
        MetaMap map => new[] { "order", "position", "part", "number", "index", "weight" }.Select(key => NumberOf(map.Find(key))).FirstOrDefault(number => number is not null),
        MetaList { Items: [MetaMap first, ..] } => PositionIn(first),
        _ => null,
    };

    private static double? ReadPosition(FieldContext context) =>
        context.Fields.Find(context.Rules.SeriesOrderKeys).Select(entry => NumberOf(entry.Value)).FirstOrDefault(number => number is not null);
}
