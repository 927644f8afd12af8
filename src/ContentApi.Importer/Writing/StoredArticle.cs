namespace ContentApi.Importer.Writing;

/// <summary>What the database knows of a file that was imported before.</summary>
internal sealed record StoredArticle(
    Guid Id, string FilePath, string Path, string Slug, string Title, string Locale, string TranslationKey, string ContentHash, int ParserVersion);
