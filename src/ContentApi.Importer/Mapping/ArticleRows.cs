using ContentApi.Data.Rows;

namespace ContentApi.Importer.Mapping;

/// <summary>Every row that one file gives. Shared rows may also come from other files; they are equal but for the spelling.</summary>
internal sealed record ArticleRows
{
    public required ArticleRow Article { get; init; }
    public required ArticleBodyRow Body { get; init; }
    public required IReadOnlyList<ArticleAliasRow> Aliases { get; init; }
    public required IReadOnlyList<ArticleLinkRow> Links { get; init; }
    public required IReadOnlyList<ArticleTagRow> Tags { get; init; }
    public required IReadOnlyList<ArticleAuthorRow> Authors { get; init; }
    public required IReadOnlyList<ArticleCategoryRow> Categories { get; init; }
    public required IReadOnlyList<ArticleImageRow> Images { get; init; }
    public required IReadOnlyList<TagRow> SharedTags { get; init; }
    public required IReadOnlyList<AuthorRow> SharedAuthors { get; init; }

    /// <summary>Parents before their children.</summary>
    public required IReadOnlyList<CategoryRow> SharedCategories { get; init; }
    public required IReadOnlyList<CategoryClosureRow> Closure { get; init; }
    public required IReadOnlyList<ImageRow> SharedImages { get; init; }
}
