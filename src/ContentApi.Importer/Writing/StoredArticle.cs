using ContentApi.Parsing;

namespace ContentApi.Importer.Writing;

/// <summary>What the database knows of a file that was imported before.</summary>
internal sealed record StoredArticle(
    Guid Id, string FilePath, ArticleHead Head, string Slug, string Locale, string TranslationKey, string ContentHash, int ParserVersion)
{
    public string Path => Head.Path;
}
