using ContentApi.Data.Rows;
using ContentApi.Parsing;

namespace ContentApi.Importer.Mapping;

/// <summary>What is kept in memory of an article that was staged.</summary>
/// <param name="Id">The article.</param>
/// <param name="FilePath">Its file.</param>
/// <param name="Head">The path it asks for, its title and when it shows.</param>
/// <param name="Slug">Its slug.</param>
/// <param name="Locale">Its language.</param>
/// <param name="TranslationKey">What it shares with its translations.</param>
/// <param name="Links">Its links to other files.</param>
internal sealed record StagedArticle(Guid Id, string FilePath, ArticleHead Head, string Slug, string Locale, string TranslationKey, IReadOnlyList<ArticleLinkRow> Links)
{
    public string Path => Head.Path;
}
