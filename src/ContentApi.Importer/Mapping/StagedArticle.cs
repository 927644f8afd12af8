using ContentApi.Data.Rows;

namespace ContentApi.Importer.Mapping;

/// <summary>What is kept in memory of an article that was staged.</summary>
/// <param name="Id">The article.</param>
/// <param name="FilePath">Its file.</param>
/// <param name="Path">The path it asks for.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Title">Its title.</param>
/// <param name="Locale">Its language.</param>
/// <param name="TranslationKey">What it shares with its translations.</param>
/// <param name="Links">Its links to other files.</param>
internal sealed record StagedArticle(Guid Id, string FilePath, string Path, string Slug, string Title, string Locale, string TranslationKey, IReadOnlyList<ArticleLinkRow> Links);
