namespace ContentApi.Parsing;

/// <summary>Where the value of a field was found.</summary>
public enum FieldOriginKind
{
    /// <summary>In the front matter of the file.</summary>
    FrontMatter,

    /// <summary>In the name of the file.</summary>
    FileName,

    /// <summary>In the folders that the file lies in.</summary>
    Folder,

    /// <summary>In the body.</summary>
    Body,

    /// <summary>In the source's registry of authors.</summary>
    Registry,

    /// <summary>In what the site gives to all files of a folder.</summary>
    Defaults,

    /// <summary>In the settings of the site or the source.</summary>
    Site,

    /// <summary>Nowhere: it is what the dialect assumes.</summary>
    Assumed,
}
