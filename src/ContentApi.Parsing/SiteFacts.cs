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
    /// BCP 47 tags that are a language at the end of a name where the site declares none, because files beside each other show it
    /// (<c>post.md</c>, <c>post.uk.md</c>); null when nobody has looked, and the usual ones count.
    /// </summary>
    public IReadOnlyList<string>? SuffixLocales { get; init; }

    /// <summary>
    /// Folders that hold the files of one language, as paths below the source with <c>/</c> (<c>content/zh-cn</c>), with their BCP 47
    /// tags. The deepest one counts. In Hugo such a folder is no part of an address, and the language comes before the address of
    /// files that are not in the default one; elsewhere, and deeper in its content unless declared, the folder stays in the address.
    /// </summary>
    public IReadOnlyDictionary<string, string> LanguageFolders { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Folders that are no part of an address (<c>content</c>, <c>src/content</c>), as paths below the source with <c>/</c>;
    /// null for those of the dialect. The deepest one counts.
    /// </summary>
    public IReadOnlyList<string>? ContentRoots { get; init; }

    /// <summary>Path of the source folder in its site, with <c>/</c>, where the site's settings lie above it; empty elsewhere.</summary>
    public string Folder { get; init; } = "";

    /// <summary>Path of the site's folder in the source, with <c>/</c>, where its settings lie below the source; empty elsewhere.</summary>
    public string Site { get; init; } = "";

    /// <summary>Parts of the site with addresses of their own; empty where the settings name none and those of the tool count.</summary>
    public IReadOnlyList<SiteSection> Sections { get; init; } = [];

    /// <summary>The names of tags by their keys, by the folder of the files that they are for, a path as <see cref="SiteSection.Folder"/> is.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> TagLabels { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>True when the tool is set to read dates from file names, where it does so only then (Hugo's <c>:filename</c>).</summary>
    public bool ReadsDatesFromFileNames { get; init; }

    /// <summary>True when a date in the name of a file comes before that of its front matter (Hugo's <c>:filename</c> before the keys).</summary>
    public bool DatesOfFileNamesWin { get; init; }

    /// <summary>The pattern of the names of Hexo's posts without its extension (<c>:year-:month-:day-:title</c>); null when no settings are known.</summary>
    public string? PostNames { get; init; }

    /// <summary>True when a date at the start of a name stays in the address, where the tool takes it off otherwise (Zola's <c>paths_keep_dates</c>).</summary>
    public bool KeepsDatesOfNames { get; init; }

    /// <summary>True when the default language comes before the address as the others do (Hugo's <c>defaultContentLanguageInSubdir</c>).</summary>
    public bool PrefixesDefaultLocale { get; init; }

    /// <summary>
    /// Folders whose files get no page from the tool, as paths below the source with <c>/</c>, with the reason in words. The nearest one
    /// counts; files called <c>_index</c> in the folder itself are not meant.
    /// </summary>
    public IReadOnlyDictionary<string, string> UnrenderedFolders { get; init; } = new Dictionary<string, string>();

    /// <summary>Tags whose articles have a password (the plugin hexo-blog-encrypt).</summary>
    public IReadOnlyList<string> EncryptedTags { get; init; } = [];

    /// <summary>True when each line end within a paragraph is a break; null when no settings say so and the tool's usual ones count.</summary>
    public bool? BreaksLines { get; init; }

    /// <summary>Text that ends the excerpt (Jekyll's <c>excerpt_separator</c>); null for the usual marks.</summary>
    public string? ExcerptSeparator { get; init; }
}
