namespace ContentApi.Importer.Planning;

/// <summary>What an import does to an article.</summary>
public enum ArticleChangeKind
{
    /// <summary>It is new.</summary>
    Created,

    /// <summary>Its file says something else, or what the file refers to does.</summary>
    Updated,

    /// <summary>Its file has moved, and may say something else too.</summary>
    Renamed,

    /// <summary>Its file is gone.</summary>
    Removed,
}
