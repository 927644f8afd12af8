namespace ContentApi.Importer.Mapping;

/// <summary>What is kept in memory of a staged article that links to others.</summary>
/// <param name="Id">The article.</param>
/// <param name="FilePath">Its file.</param>
/// <param name="Links">Its links to other files.</param>
internal sealed record StagedArticle(Guid Id, string FilePath, IReadOnlyList<StagedLink> Links);
