namespace ContentApi.Importer.Mapping;

/// <summary>Where the bytes of an image are.</summary>
internal enum ImageTargetKind
{
    /// <summary>In a file below the source's root.</summary>
    File,

    /// <summary>At another server.</summary>
    Remote,

    /// <summary>Nowhere that can be told from the folder.</summary>
    Missing,
}
