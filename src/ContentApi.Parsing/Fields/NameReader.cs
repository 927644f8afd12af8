using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads tags and categories.</summary>
internal static class NameReader
{
    private const string Tags = "tags";
    private const string Categories = "categories";

    private static readonly char[] CommasAndSpaces = [',', ' ', '\t', '\n', '\r'];

    /// <summary>Tags of all tag keys, each once.</summary>
    /// <param name="context">The file.</param>
    /// <param name="ofBody">Names that the body gives as tags.</param>
    public static IReadOnlyList<string> ReadTags(FieldContext context, IReadOnlyList<string> ofBody)
    {
        var tags = new Dictionary<string, string>();
        foreach (var (entry, items) in Read(context, context.Rules.TagKeys, Tags, context.Rules.TagSplit))
        {
            string[] names = [.. items.SelectMany(item => item.Names)];
            if (!names.Any(context.Rules.CollectionTags.Contains))
                context.Fields.Take(entry);
            foreach (var name in names.Except(context.Rules.CollectionTags).Select(name => LabelOf(WithoutHash(name, context), context)))
            {
                if (name.Length > 0)
                    tags.TryAdd(NameKey.Of(name), name);
            }
        }

        foreach (var name in ofBody)
        {
            if (tags.TryAdd(NameKey.Of(name), name))
                context.Origins?.Add(Tags, FieldOriginKind.Body);
        }

        return [.. tags.Values];
    }

    /// <summary>The names of all categories as <see cref="ReadCategories(FieldContext)"/> gives them; leaves all keys to it.</summary>
    public static IReadOnlyList<string> PeekCategories(FieldContext context) =>
        [.. ReadCategories(context.Apart(), isTaken: false).SelectMany(path => path)];

    /// <summary>Category paths, each once, the first one first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> ReadCategories(FieldContext context) => ReadCategories(context, isTaken: true);

    private static IReadOnlyList<IReadOnlyList<string>> ReadCategories(FieldContext context, bool isTaken)
    {
        var paths = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var folder in context.Rules.CategoriesOf(context.File))
        {
            paths.TryAdd(NameKey.Of(folder), [folder]);
            context.Origins?.Add(Categories, FieldOriginKind.Folder, folder);
        }

        foreach (var (entry, items) in Read(context, context.Rules.CategoryKeys, Categories, context.Rules.CategorySplit))
        {
            if (isTaken)
                context.Fields.Take(entry);
            foreach (var path in context.Rules.ToCategoryPaths(items))
                paths.TryAdd(string.Join('\n', path.Select(NameKey.Of)), path);
        }

        return [.. paths.Values];
    }

    /// <summary>The entries that count, with what each names; those that name nothing and yet say something are left to the params.</summary>
    private static List<(MetaEntry Entry, List<CategoryItem> Items)> Read(FieldContext context, IReadOnlyList<string> keys, string field, TextSplit split)
    {
        var found = new List<(MetaEntry, List<CategoryItem>)>();
        string? note = null;
        foreach (var entry in Counting(context, keys))
        {
            var items = ItemsOf(entry.Value, context);
            if (items.Count == 0 && !FieldContext.IsEmpty(entry.Value))
                continue;
            var isPlural = FieldName.Fold(entry.Key) == keys[0];
            if (entry.Value is MetaScalar && items is [{ Names: [var text] }] && (isPlural || !context.Rules.SingularWins)
                && Split(text, split) is var names && (names.Length != 1 || names[0] != text))
            {
                items = [.. names.Select(name => new CategoryItem([name], IsList: false))];
                note ??= split == TextSplit.Commas ? "split at commas" : split == TextSplit.Spaces ? "split at spaces" : "split at commas and spaces";
                if (split == TextSplit.Commas)
                    context.Bag.Warn(DiagnosticCode.TagsSplit, entry.Value.Place, $"'{DiagnosticBag.Show(text)}' was read as {names.Length} tag{(names.Length == 1 ? "" : "s")}", "Write a list: [a, b].");
            }

            found.Add((entry, items));
        }

        context.Origins?.Add(field, [.. found.Where(x => x.Item2.Count > 0).Select(x => x.Item1)], note);
        return found;
    }

    private static IReadOnlyList<MetaEntry> Counting(FieldContext context, IReadOnlyList<string> keys)
    {
        if (context.Rules.MergesTags && ReferenceEquals(keys, context.Rules.TagKeys))
            return context.Fields.FindAll(keys);
        if (context.Rules.MergesCategories && ReferenceEquals(keys, context.Rules.CategoryKeys))
            return context.Fields.FindAll(keys);
        var entries = context.Fields.FindNearest(keys);
        if (context.Rules.PluralWins && entries.FirstOrDefault(x => FieldName.Fold(x.Key) == keys[0] && !FieldContext.IsEmpty(x.Value)) is { } plural)
            return [plural];
        if (context.Rules.SingularWins && entries.FirstOrDefault(x => FieldName.Fold(x.Key) != keys[0] && !FieldContext.IsEmpty(x.Value)) is { } singular)
            return [singular];
        return entries;
    }

    private static string[] Split(string text, TextSplit split) => split switch
    {
        TextSplit.Commas => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        TextSplit.Spaces => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        TextSplit.CommasAndSpaces => text.Split(CommasAndSpaces, StringSplitOptions.RemoveEmptyEntries),
        _ => [text],
    };

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
                return [.. FieldContext.Texts(node).Select(text => Limit(context.WithoutBrackets(text.Text), text, context))];
        }
    }

    private static string LabelOf(string key, FieldContext context) => context.File.Layout.TagLabels?.GetValueOrDefault(key) ?? key;

    private static string WithoutHash(string name, FieldContext context) => context.Rules.HasNoteSyntax ? name.TrimStart('#') : name;

    private static string Limit(string name, MetaNode node, FieldContext context) =>
        FieldLimit.Apply(name.ReplaceLineEndings(" "), FieldLimit.Name, "name", node.Place, context.Bag);
}
