namespace ContentApi.Importer.Writing;

/// <summary>An article of the database uses an address that may mean a file.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="ArticlePath">Its file.</param>
/// <param name="Address">As written.</param>
/// <param name="ImageId">What it meant at the last import.</param>
/// <param name="ImagePath">The file that it meant; null when it meant none.</param>
internal sealed record StoredImageUse(Guid ArticleId, string ArticlePath, string Address, Guid ImageId, string? ImagePath) : IStoredUse;
