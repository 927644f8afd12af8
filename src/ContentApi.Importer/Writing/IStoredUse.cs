namespace ContentApi.Importer.Writing;

/// <summary>An article of the database uses an address whose meaning depends on which files there are.</summary>
internal interface IStoredUse
{
    /// <summary>The article.</summary>
    Guid ArticleId { get; }

    /// <summary>Its file.</summary>
    string ArticlePath { get; }
}
