namespace ContentApi.Importer.Mapping;

/// <summary>The slug of an article, and what tells its translations from others that have it too.</summary>
internal sealed record SlugUse(string FilePath, string Slug, string TranslationKey, string Locale);
