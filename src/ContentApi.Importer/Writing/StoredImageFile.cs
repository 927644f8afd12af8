namespace ContentApi.Importer.Writing;

/// <summary>A local image of the database.</summary>
internal sealed record StoredImageFile(Guid Id, string FilePath, string SourceUrl, string? ContentHash, string? MimeType);
