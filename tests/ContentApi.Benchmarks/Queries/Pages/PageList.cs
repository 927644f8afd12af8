namespace ContentApi.Benchmarks.Queries.Pages;

/// <summary>A list whose pages are measured.</summary>
/// <param name="Name">In the table.</param>
/// <param name="Where">Its filter, as GraphQL; empty for none.</param>
internal sealed record PageList(string Name, string Where)
{
    /// <summary>All lists. All but two are long at every size, so that their ends are far from their beginnings.</summary>
    public static IReadOnlyList<PageList> All { get; } =
    [
        new("newest", string.Empty),
        new("category subtree", Below("c1")),
        new("tag", Tagged("tag-1")),
        new("category and tag", Below("c1") + Tagged("tag-1")),
        new("small category and frequent tag", Below("c1/s0/t0") + Tagged("tag-1")),
        new("category and rare tag", Below("c1") + Tagged("tag-300")),
        new("language", "locale: { eq: \"zh-Hans\" }"),
    ];

    /// <summary>A page of 20.</summary>
    public string Page => $"query($after: String) {{ articles(first: 20, after: $after{Filter}) {{ nodes {{ id title path publishedAt }} pageInfo {{ hasNextPage endCursor }} }} }}";

    /// <summary>The last rows, to tell where they begin.</summary>
    public string End => $"{{ articles(last: 30{Filter}) {{ pageInfo {{ startCursor }} }} }}";

    /// <summary>How many there are in all.</summary>
    public string Total => $"{{ articles(first: 1{Filter}) {{ totalCount }} }}";

    private string Filter => Where.Length == 0 ? string.Empty : $", where: {{ {Where} }}";

    private static string Below(string path) => $"categories: {{ some: {{ under: \"{path}\" }} }} ";

    private static string Tagged(string slug) => $"tags: {{ some: {{ slug: {{ eq: \"{slug}\" }} }} }} ";
}
