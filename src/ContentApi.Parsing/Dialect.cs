namespace ContentApi.Parsing;

/// <summary>The tool whose conventions a source follows.</summary>
public enum Dialect
{
    /// <summary>Common ground: a flat category list is a set.</summary>
    Generic,

    /// <summary>Hexo: a flat category list is one path, lists of lists are several.</summary>
    Hexo,
}
