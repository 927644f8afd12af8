namespace ContentApi.Importer.Mapping;

/// <summary>An article has a path or asks for it.</summary>
/// <param name="Id">The article.</param>
/// <param name="FilePath">Its file.</param>
/// <param name="Path">The path.</param>
/// <param name="Holds">True when it had the path before; false for a newcomer.</param>
internal sealed record PathClaim(Guid Id, string FilePath, string Path, bool Holds);
