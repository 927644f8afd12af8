using System.Globalization;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Tests.FrontMatter;

/// <summary>Writes a tree of values on one line, texts in quotes and what is plain without.</summary>
internal static class MetaText
{
    public static string Of(MetaNode? node) => node switch
    {
        null => "none",
        MetaMap map => $"{{{string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Of(entry.Value)}"))}}}",
        MetaList list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        MetaScalar { IsPlain: true } plain => plain.Number is { } number ? $"{plain.Text} ({number})" : plain.Text,
        _ => $"\"{((MetaScalar)node).Text}\"",
    };

    /// <summary>The place of every key and value, each behind what it is the place of.</summary>
    public static string PlacesOf(MetaNode node) => node switch
    {
        MetaMap map => $"{{ {string.Join(' ', map.Entries.Select(entry => $"{entry.Key}@{At(entry.Place)} {PlacesOf(entry.Value)}"))} }}",
        MetaList list => $"[ {string.Join(' ', list.Items.Select(PlacesOf))} ]@{At(list.Place)}",
        _ => $"{((MetaScalar)node).Text}@{At(node.Place)}",
    };

    private static string At(Parsing.Diagnostics.Place place) => string.Create(CultureInfo.InvariantCulture, $"{place.Line}:{place.Column}");
}
