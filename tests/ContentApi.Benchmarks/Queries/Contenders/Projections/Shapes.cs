using System.Text.Json.Serialization;

namespace ContentApi.Benchmarks.Queries.Contenders.Projections;

internal sealed record PageInfo(bool HasNextPage, string? EndCursor);

internal sealed record Page<T>(IReadOnlyList<T> Nodes, PageInfo PageInfo);

internal sealed record Named(string Name, string Slug);

internal sealed record Place(string Name, string Path);

internal sealed record PlaceWithAncestors(string Name, string Path, IReadOnlyList<Place> Ancestors);

internal sealed record Picture(string Url, string? Alt);

internal sealed record PictureUrl(string Url);

internal sealed record PictureEdge(string[] Roles, string? Alt, PictureUrl Node);

internal sealed record Edges<T>(IReadOnlyList<T> Items)
{
    [JsonPropertyName("edges")]
    public IReadOnlyList<T> Items { get; init; } = Items;
}

internal sealed record Nodes<T>(IReadOnlyList<T> Items)
{
    [JsonPropertyName("nodes")]
    public IReadOnlyList<T> Items { get; init; } = Items;
}

internal sealed record Heading(string Id, string Text, int Level);

internal sealed record Texts(string Html, string Text);

internal sealed record SourceFile(string Path, string ContentHash);

internal sealed record ArticlesAnswer<T>(Page<T> Articles);

internal sealed record ArticleAnswer<T>(T? Article);

internal sealed record TreeAnswer(IReadOnlyList<CategoryBranch> CategoryTree);

internal sealed record ArticleTitle(string Title);

internal sealed record ArticleLine(string Title, string Path, DateTimeOffset? PublishedAt);

internal sealed record CategoryBranch(string Id, string Name, string Path, int Depth, int ArticleCount, Nodes<ArticleLine> Articles);

internal sealed record ArticleCard
{
    [JsonIgnore]
    public Guid Key { get; init; }

    [JsonIgnore]
    public DateTimeOffset PublishedSort { get; init; }

    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public required string Excerpt { get; init; }
    public required IReadOnlyList<Named> Authors { get; init; }
    public required IReadOnlyList<Place> Categories { get; init; }
    public Picture? Cover { get; init; }
}

internal sealed record FilteredArticle
{
    [JsonIgnore]
    public Guid Key { get; init; }

    [JsonIgnore]
    public DateTimeOffset PublishedSort { get; init; }

    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Path { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public required IReadOnlyList<Place> Categories { get; init; }
    public required IReadOnlyList<Named> Tags { get; init; }
}

internal sealed record FullArticle
{
    public required string Id { get; init; }
    public Guid Uuid { get; init; }
    public required string Slug { get; init; }
    public required string Path { get; init; }
    public required string Title { get; init; }
    public string? Description { get; init; }
    public required string Excerpt { get; init; }
    public required string Kind { get; init; }
    public required string Status { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public required string Locale { get; init; }
    public required Texts Body { get; init; }
    public required IReadOnlyList<Heading> TableOfContents { get; init; }
    public int WordCount { get; init; }
    public double ReadingTime { get; init; }
    public Picture? Cover { get; init; }
    public required Edges<PictureEdge> Images { get; init; }
    public required IReadOnlyList<Named> Authors { get; init; }
    public required IReadOnlyList<PlaceWithAncestors> Categories { get; init; }
    public required IReadOnlyList<Named> Tags { get; init; }
    public bool CommentsEnabled { get; init; }

    [JsonConverter(typeof(RawJsonConverter))]
    public required string Params { get; init; }

    public required SourceFile Source { get; init; }
    public long Version { get; init; }
}
