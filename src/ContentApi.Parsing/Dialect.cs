namespace ContentApi.Parsing;

/// <summary>The tool whose conventions a source follows.</summary>
public enum Dialect
{
    /// <summary>Hexo: a flat category list is one path, lists of lists are several.</summary>
    Hexo,

    /// <summary>Hugo: bundles, sections, taxonomies; keys in any case.</summary>
    Hugo,

    /// <summary>Jekyll: dates in file names, tags and categories split at spaces, collections.</summary>
    Jekyll,

    /// <summary>Zola: TOML, taxonomies in a table of their own.</summary>
    Zola,

    /// <summary>Astro: content collections and pages.</summary>
    Astro,

    /// <summary>Gatsby: folders with an index file and its pictures.</summary>
    Gatsby,

    /// <summary>Eleventy: data files give values to whole folders.</summary>
    Eleventy,

    /// <summary>Docusaurus: docs, blog, versions and translations.</summary>
    Docusaurus,

    /// <summary>Obsidian: notes that link each other by name; the name of the file is the title.</summary>
    Obsidian,

    /// <summary>Common ground: a flat category list is a set.</summary>
    Generic,
}
