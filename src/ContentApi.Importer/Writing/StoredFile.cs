namespace ContentApi.Importer.Writing;

/// <summary>A file that gave an article at an earlier import.</summary>
/// <param name="Id">The article.</param>
/// <param name="FilePath">The file as it was called.</param>
/// <param name="ContentHash">Hash of its bytes.</param>
internal sealed record StoredFile(Guid Id, string FilePath, string ContentHash);
