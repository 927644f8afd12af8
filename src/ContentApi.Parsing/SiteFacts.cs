namespace ContentApi.Parsing;

/// <summary>What the configuration and the folders of a site say about all of its files.</summary>
public sealed record SiteFacts
{
    /// <summary>A site of which nothing is known.</summary>
    public static readonly SiteFacts None = new();

    /// <summary>BCP 47 tag of files that name no language; null when no setting gives one.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>BCP 47 tags that the site declares, in any case; null when it declares none and the usual ones count.</summary>
    public IReadOnlyList<string>? Locales { get; init; }

    /// <summary>
    /// Folders that hold the files of one language, as paths below the source with <c>/</c> (<c>content/zh-cn</c>), with their BCP 47
    /// tags. The deepest one counts. In Hugo such a folder is no part of an address, and the language comes before the address of
    /// files that are not in the default one; elsewhere the folder stays in the address.
    /// </summary>
    public IReadOnlyDictionary<string, string> LanguageFolders { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Folders that are no part of an address (<c>content</c>, <c>src/content</c>), as paths below the source with <c>/</c>;
    /// null for those of the dialect. The deepest one counts.
    /// </summary>
    public IReadOnlyList<string>? ContentRoots { get; init; }

    /// <summary>Path of the source folder in its site, with <c>/</c>, where the site's settings lie above it; empty elsewhere.</summary>
    public string Folder { get; init; } = "";

    /// <summary>True when the tool is set to read dates from file names, where it does so only then (Hugo's <c>:filename</c>).</summary>
    public bool ReadsDatesFromFileNames { get; init; }

    /// <summary>Text that ends the excerpt (Jekyll's <c>excerpt_separator</c>); null for the usual marks.</summary>
    public string? ExcerptSeparator { get; init; }
}
