namespace ContentApi.Importer.Writing;

/// <summary>An image file that the database knows.</summary>
internal sealed record StoredImage(string FilePath, string SourceUrl, Guid? FileStamp, string? ContentHash, string? MimeType);
