namespace ContentApi.Importer.Sources;

/// <summary>What content can come in.</summary>
public enum SourceKind
{
    /// <summary>A folder of this machine, imported as it is.</summary>
    Folder,

    /// <summary>A file that holds a folder: <c>.zip</c>, <c>.tar</c>, <c>.tar.gz</c> or <c>.tgz</c>.</summary>
    Archive,

    /// <summary>A repository, here or elsewhere, at one commit.</summary>
    Git,
}
