using ContentApi.Data.Rows;

namespace ContentApi.Importer.Mapping;

/// <summary>What is kept in memory of an article that was staged.</summary>
/// <param name="Id">The article.</param>
/// <param name="FilePath">Its file.</param>
/// <param name="Path">The path it asks for.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Links">Its links to other files.</param>
internal sealed record StagedArticle(Guid Id, string FilePath, string Path, string Slug, IReadOnlyList<ArticleLinkRow> Links);
