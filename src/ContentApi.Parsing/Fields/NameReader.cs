using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads tags and categories.</summary>
internal static class NameReader
{
    /// <summary>Tags of all tag keys, each once.</summary>
    public static IReadOnlyList<string> ReadTags(FieldContext context)
    {
        var tags = new Dictionary<string, string>();
        foreach (var entry in context.Fields.Find(context.Rules.TagKeys).ToArray())
        {
            var names = NamesOf(entry.Value, context);
            if (names.Count == 0 && !IsEmpty(entry.Value))
                continue;
            context.Fields.Take(entry);
            if (entry.Value is MetaScalar && names is [var text] && text.Contains(',') && context.Rules.SplitsTagsAtCommas)
            {
                names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                context.Bag.Warn(DiagnosticCode.TagsSplit, entry.Value.Place, $"'{DiagnosticBag.Show(text)}' was read as {names.Count} tags", "Write a list: [a, b].");
            }

            foreach (var name in names)
                tags.TryAdd(NameKey.Of(name), name);
        }

        return [.. tags.Values];
    }

    /// <summary>Category paths, each once, the first one first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadCategories(FieldContext context)
    {
        var paths = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var entry in context.Fields.Find(context.Rules.CategoryKeys).ToArray())
        {
            var items = ItemsOf(entry.Value, context);
            if (items.Count == 0 && !IsEmpty(entry.Value))
                continue;
            context.Fields.Take(entry);
            foreach (var path in context.Rules.ToCategoryPaths(items))
                paths.TryAdd(string.Join('\n', path.Select(NameKey.Of)), path);
        }

        return [.. paths.Values];
    }

    private static List<CategoryItem> ItemsOf(MetaNode node, FieldContext context)
    {
        var items = new List<CategoryItem>();
        foreach (var item in node is MetaList list ? list.Items : [node])
        {
            var names = NamesOf(item, context);
            if (names.Count > 0)
                items.Add(new CategoryItem(names, item is MetaList));
        }

        return items;
    }

    private static IReadOnlyList<string> NamesOf(MetaNode node, FieldContext context)
    {
        switch (node)
        {
            case MetaList list:
                return [.. list.Items.SelectMany(item => NamesOf(item, context))];
            case MetaMap map when FieldContext.TextOf(map, "name", "title", "label", "slug") is { } name:
                return [Limit(name, map, context)];
            default:
                return [.. FieldContext.Texts(node).Select(text => Limit(text.Text, text, context))];
        }
    }

    private static string Limit(string name, MetaNode node, FieldContext context) =>
        FieldLimit.Apply(name.ReplaceLineEndings(" "), FieldLimit.Name, "name", node.Place, context.Bag);

    // [null, ''] names nothing, and says nothing that has to be kept.
    private static bool IsEmpty(MetaNode node) => node switch
    {
        MetaScalar scalar => scalar.IsNull || string.IsNullOrWhiteSpace(scalar.Text),
        MetaList list => list.Items.All(IsEmpty),
        MetaMap map => map.Entries.Count == 0,
        _ => true,
    };
}
