namespace ContentApi.Parsing;

/// <summary>A part of a site whose files have an address of their own: a version of Docusaurus' documents, or a blog of it.</summary>
public sealed record SiteSection
{
    /// <summary>Path of the folder with <c>/</c>, from the site's folder where that lies above the source, else from the source.</summary>
    public required string Folder { get; init; }

    /// <summary>Path of the address with <c>/</c>; empty for the root of the site.</summary>
    public required string Address { get; init; }

    /// <summary>True for a blog, whose files have dates, and no numbers that order them.</summary>
    public bool IsBlog { get; init; }

    /// <summary>Path of its translations below the folder of a language, with <c>/</c>: <c>docusaurus-plugin-content-docs/current</c>.</summary>
    public required string Translations { get; init; }
}
