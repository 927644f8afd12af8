using ContentApi.Data.Rows;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>Turns the category paths of one article into edges and tree rows.</summary>
internal sealed class CategoryMapper(Guid articleId, string kind)
{
    private readonly Dictionary<Guid, ArticleCategoryRow> _edges = [];
    private readonly List<CategoryRow> _categories = [];
    private readonly List<CategoryClosureRow> _closure = [];

    /// <summary>The leaf of the first path; null when there is none.</summary>
    public Guid? Primary { get; private set; }

    /// <summary>One for every category of a path.</summary>
    public IReadOnlyList<ArticleCategoryRow> Edges => [.. _edges.Values];

    /// <summary>Parents before their children.</summary>
    public IReadOnlyList<CategoryRow> Categories => _categories;

    /// <summary>Complete for <see cref="Categories"/>.</summary>
    public IReadOnlyList<CategoryClosureRow> Closure => _closure;

    /// <param name="names">From the root to the leaf.</param>
    /// <param name="position">0-based place of the path in the article's list.</param>
    public void Add(IReadOnlyList<ParsedName> names, int position)
    {
        var chain = new List<CategoryRow>(names.Count);
        for (var depth = 0; depth < names.Count; depth++)
        {
            var category = Make(names, depth, chain.LastOrDefault());
            chain.Add(category);
            if (_edges.TryAdd(category.Id, MakeEdge(category, position)))
                AddToTree(category, chain);
        }

        var leaf = chain[^1].Id;
        _edges[leaf].IsLeaf = true;
        Primary ??= leaf;
    }

    private static CategoryRow Make(IReadOnlyList<ParsedName> names, int depth, CategoryRow? parent)
    {
        var id = NaturalKey.Category(names.Take(depth + 1).Select(x => x.Key));
        var slug = names[depth].Slug ?? NameSlug.Of(names[depth].Name, id);
        return new CategoryRow
        {
            Id = id,
            ParentId = parent?.Id,
            Slug = slug,
            Name = names[depth].Name,
            Path = parent is null ? slug : $"{parent.Path}/{slug}",
            Depth = depth,
        };
    }

    private ArticleCategoryRow MakeEdge(CategoryRow category, int position) =>
        new() { ArticleId = articleId, CategoryId = category.Id, Name = category.Name, Position = position, Kind = kind };

    private void AddToTree(CategoryRow category, List<CategoryRow> chain)
    {
        _categories.Add(category);
        foreach (var ancestor in chain)
        {
            _closure.Add(new CategoryClosureRow
            {
                AncestorId = ancestor.Id,
                DescendantId = category.Id,
                Distance = category.Depth - ancestor.Depth,
            });
        }
    }
}
