namespace ContentApi.GraphQL.Tests.Plans;

/// <summary>A list of articles that front ends ask for.</summary>
/// <param name="Arguments">What its field is given beside the page, as GraphQL; empty for nothing.</param>
/// <param name="Parent">The field that it lies below; null for the root.</param>
/// <param name="Merged">Of how many lists a page is merged.</param>
internal sealed record CommonList(string Arguments = "", string? Parent = null, int Merged = 1)
{
    private const string Selection = "{ nodes { title path publishedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }";

    /// <summary>The most common lists over generated content, by their names.</summary>
    public static IReadOnlyDictionary<string, CommonList> All { get; } = new Dictionary<string, CommonList>
    {
        ["newest"] = new(),
        ["oldest"] = new("order: [{ publishedAt: ASC }]"),
        ["last changed"] = new("order: [{ updatedAt: DESC }]"),
        ["by weight"] = new("order: [{ weight: DESC }]"),
        ["longest"] = new("order: [{ wordCount: DESC }]"),
        ["by title"] = new("order: [{ title: ASC }]"),
        ["of a language"] = Where("locale: { eq: \"zh-Hans\" }"),
        ["of a year"] = Where("publishedAt: { gte: \"2012-01-01T00:00:00Z\", lt: \"2013-01-01T00:00:00Z\" }"),
        ["since an instant"] = Where("publishedAt: { gte: \"2012-01-01T00:00:00Z\" }"),
        ["with a tag"] = Where("tags: { some: { slug: { eq: \"tag-1\" } } }"),
        ["with a rare tag"] = Where("tags: { some: { slug: { eq: \"tag-300\" } } }"),
        ["with one of some tags"] = Where("tags: { some: { slug: { in: [\"tag-1\", \"tag-2\", \"tag-300\"] } } }") with { Merged = 3 },
        ["with a tag, in a language"] = Where("tags: { some: { slug: { eq: \"tag-1\" } } }, locale: { eq: \"en\" }"),
        ["in a category"] = Where("categories: { some: { path: { eq: \"c1/s0/t0\" } } }"),
        ["below a category"] = Where("categories: { some: { under: \"c1\" } }"),
        ["below a category, in a language"] = Where("categories: { some: { under: \"c1\" } }, locale: { eq: \"zh-Hans\" }"),
        ["below a category, with a tag"] = Where("categories: { some: { under: \"c1\" } }, tags: { some: { slug: { eq: \"tag-1\" } } }"),
        ["in a small category, with a frequent tag"] = Where("categories: { some: { path: { eq: \"c1/s0/t0\" } } }, tags: { some: { slug: { eq: \"tag-1\" } } }"),
        ["below a category, with a rare tag"] = Where("categories: { some: { under: \"c1\" } }, tags: { some: { slug: { eq: \"tag-300\" } } }"),
        ["in a category, by an author, with a tag"] = Where("categories: { some: { under: \"c1/s0/t0\" } }, authors: { some: { slug: { eq: \"author-7\" } } }, tags: { some: { slug: { eq: \"tag-1\" } } }"),
        ["by an author"] = Where("authors: { some: { slug: { eq: \"author-7\" } } }"),
        ["of a category"] = new(Parent: "category(by: { path: \"c1\" })"),
        ["of a category alone"] = new("includeDescendants: false", "category(by: { path: \"c1/s0/t0\" })"),
        ["of a category, with a tag"] = new("where: { tags: { some: { slug: { eq: \"tag-1\" } } } }", "category(by: { path: \"c1\" })"),
        ["of a category, with a rare tag"] = new("where: { tags: { some: { slug: { eq: \"tag-300\" } } } }", "category(by: { path: \"c1\" })"),
        ["of a tag, in a small category"] = new("where: { categories: { some: { path: { eq: \"c1/s0/t0\" } } } }", "tag(by: { slug: \"tag-1\" })"),
        ["of a tag"] = new(Parent: "tag(by: { slug: \"tag-1\" })"),
        ["of an author"] = new(Parent: "author(by: { slug: \"author-7\" })"),
        ["of an image"] = new(Parent: "image(by: { url: \"https://img.example/77.jpg\" })"),
    };

    /// <summary>Gives the operation that asks for a page of 20; its cursor is <c>$cursor</c>.</summary>
    /// <param name="page">The arguments of the page.</param>
    public string Query(string page)
    {
        var list = $"articles({page}, {Arguments}) {Selection}";
        var variables = page.Contains("$cursor", StringComparison.Ordinal) ? "query($cursor: String)" : "query";
        return $"{variables} {{ {(Parent is null ? list : $"{Parent} {{ {list} }}")} }}";
    }

    private static CommonList Where(string filter) => new($"where: {{ {filter} }}");
}
