using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads tags and categories.</summary>
internal static class NameReader
{
    private const string Tags = "tags";
    private const string Categories = "categories";

    // The first that an object has names it.
    private static readonly string[] NameKeys = ["name", "title", "label", "slug"];

    private static readonly char[] CommasAndSpaces = [',', ' ', '\t', '\n', '\r'];

    /// <summary>Tags of all tag keys, each once, in its ordinal-smallest spelling.</summary>
    /// <param name="context">The file.</param>
    /// <param name="ofBody">Names that the body gives as tags.</param>
    public static IReadOnlyList<ParsedName> ReadTags(FieldContext context, IReadOnlyList<string> ofBody)
    {
        var tags = new Dictionary<string, ParsedName>();
        foreach (var (entry, items) in Read(context, context.Rules.TagKeys, Tags, context.Rules.TagSplit))
        {
            var hasCollections = false;
            foreach (var name in items.SelectMany(item => item.Names))
            {
                if (context.Rules.CollectionTags.Contains(name.Name))
                    hasCollections = true;
                else if (name with { Name = LabelOf(WithoutHash(name.Name, context), context) } is { Name.Length: > 0 } tag)
                    Spelling.Add(tags, tag);
            }

            if (!hasCollections)
                Take(entry, context);
        }

        foreach (var tag in ofBody.Select(name => new ParsedName(name)))
        {
            if (Spelling.Add(tags, tag))
                context.Origins?.Add(Tags, FieldOriginKind.Body);
        }

        return [.. tags.Values];
    }

    /// <summary>The names of all categories as <see cref="ReadCategories(FieldContext)"/> gives them; leaves all keys to it.</summary>
    public static IReadOnlyList<string> PeekCategories(FieldContext context) =>
        [.. ReadCategories(context.Apart(), isTaken: false).SelectMany(path => path).Select(category => category.Name)];

    /// <summary>Category paths, each once, the first one first, every name in its ordinal-smallest spelling.</summary>
    public static IReadOnlyList<IReadOnlyList<ParsedName>> ReadCategories(FieldContext context) => ReadCategories(context, isTaken: true);

    private static IReadOnlyList<IReadOnlyList<ParsedName>> ReadCategories(FieldContext context, bool isTaken)
    {
        var paths = new List<IReadOnlyList<ParsedName>>();
        foreach (var folder in context.Rules.CategoriesOf(context.File))
        {
            paths.Add([new ParsedName(folder)]);
            context.Origins?.Add(Categories, FieldOriginKind.Folder, folder);
        }

        foreach (var (entry, items) in Read(context, context.Rules.CategoryKeys, Categories, context.Rules.CategorySplit))
        {
            if (isTaken)
                Take(entry, context);
            paths.AddRange(context.Rules.ToCategoryPaths(items));
        }

        return Spelling.Unite(paths);
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
            if (entry.Value is MetaScalar && items is [{ Names: [{ Name: var text }] }] && (isPlural || !context.Rules.SingularWins)
                && !text.StartsWith('[') && Split(text, split) is var names && (names.Length != 1 || names[0] != text))
            {
                items = [.. names.Select(name => new CategoryItem([new ParsedName(name)], IsList: false))];
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

    private static IReadOnlyList<ParsedName> NamesOf(MetaNode node, FieldContext context)
    {
        switch (node)
        {
            case MetaList list:
                return [.. list.Items.SelectMany(item => NamesOf(item, context))];
            case MetaMap map when FieldContext.TextOf(map, NameKeys) is { } written:
                var name = Limit(written, map, context);
                var slug = Slug.From(FieldContext.TextOf(map, "slug") ?? "");
                return [new ParsedName(name, slug.Length == 0 || slug == Slug.From(NameKey.Of(name)) ? null : FieldLimit.Apply(slug, FieldLimit.Slug, "slug", map.Place, context.Bag))];
            default:
                return FieldContext.TextOf(node) is { } text ? [new ParsedName(Limit(context.WithoutBrackets(text), node, context))] : [];
        }
    }

    // What an object says beyond name and slug stays in the params with the rest.
    private static void Take(MetaEntry entry, FieldContext context)
    {
        if (IsRead(entry.Value))
            context.Fields.Take(entry);
    }

    private static bool IsRead(MetaNode node) => node switch
    {
        MetaList list => list.Items.All(IsRead),
        MetaMap map => map.Entries.All(x => x.Value is MetaScalar && NameKeys.Contains(x.Key.ToLowerInvariant())) && map.Entries.Count(x => !IsSlug(x)) <= 1,
        _ => true,
    };

    private static bool IsSlug(MetaEntry entry) => entry.Key.Equals("slug", StringComparison.OrdinalIgnoreCase);

    private static string LabelOf(string key, FieldContext context) => context.File.Layout.TagLabels?.GetValueOrDefault(key) ?? key;

    private static string WithoutHash(string name, FieldContext context) => context.Rules.HasNoteSyntax ? name.TrimStart('#') : name;

    private static string Limit(string name, MetaNode node, FieldContext context) =>
        FieldLimit.Apply(name.ReplaceLineEndings(" "), FieldLimit.Name, "name", node.Place, context.Bag);
}
