namespace ContentApi.Benchmarks.Queries.Pages;

/// <summary>A list whose pages are measured.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Where">Its filter, as GraphQL; empty for none.</param>
/// <param name="Condition">The same over <c>article a</c> in SQL, to find where the list's end is.</param>
internal sealed record PageList(string Name, string Where, string Condition)
{
    /// <summary>All lists. They are long at every size, so that their ends are far from their beginnings.</summary>
    public static IReadOnlyList<PageList> All { get; } =
    [
        new("newest", string.Empty, "true"),
        new("category subtree", "categories: { some: { under: \"c1\" } }", InCategory),
        new("tag", "tags: { some: { slug: { eq: \"tag-1\" } } }", HasTag),
        new("category and tag", "categories: { some: { under: \"c1\" } } tags: { some: { slug: { eq: \"tag-1\" } } }", $"{InCategory} and {HasTag}"),
        new("language", "locale: { eq: \"zh-Hans\" }", "a.locale = 'zh-Hans'"),
    ];

    private const string InCategory = "exists(select 1 from article_category e join category c on c.id = e.category_id where e.article_id = a.id and c.path = 'c1')";

    private const string HasTag = "exists(select 1 from article_tag e join tag t on t.id = e.tag_id where e.article_id = a.id and t.slug = 'tag-1')";

    /// <summary>A page of 20.</summary>
    public string Page => $"query($after: String) {{ articles(first: 20, after: $after{Filter}) {{ nodes {{ id title path publishedAt }} pageInfo {{ hasNextPage endCursor }} }} }}";

    /// <summary>How many there are in all.</summary>
    public string Total => $"{{ articles(first: 1{Filter}) {{ totalCount }} }}";

    private string Filter => Where.Length == 0 ? string.Empty : $", where: {{ {Where} }}";
}
