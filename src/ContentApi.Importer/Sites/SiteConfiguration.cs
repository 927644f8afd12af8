using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>What a tool's own settings say about a site. Paths are those of the site, with <c>/</c>.</summary>
internal sealed record SiteConfiguration
{
    /// <summary>The files that were read, as people find them; the first one is the main one. Empty when there is none.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public required SitePlace Place { get; init; }

    public string? Title { get; init; }

    /// <summary>As written.</summary>
    public string? Url { get; init; }

    /// <summary>BCP 47.</summary>
    public string? DefaultLocale { get; init; }

    /// <summary>As written.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The languages that it declares; empty when it declares none.</summary>
    public IReadOnlyList<SiteLanguage> Languages { get; init; } = [];

    /// <summary>Folders of content that differ from the tool's usual ones; null when it names none.</summary>
    public IReadOnlyList<string>? ContentFolders { get; init; }

    /// <summary>All folders in which the tool reads articles; null when it may read others, as any tool may whose settings are a script.</summary>
    public IReadOnlyList<string>? ReadFolders { get; init; }

    /// <summary>Parts with addresses of their own; empty when the settings name none.</summary>
    public IReadOnlyList<SiteSection> Sections { get; init; } = [];

    /// <summary>As of <see cref="SiteFacts.TagLabels"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> TagLabels { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public string? ExcerptSeparator { get; init; }

    /// <summary>As of <see cref="SiteFacts.EncryptedTags"/>.</summary>
    public IReadOnlyList<string> EncryptedTags { get; init; } = [];

    /// <summary>As of <see cref="SiteFacts.BreaksLines"/>.</summary>
    public bool? BreaksLines { get; init; }

    public bool ReadsDatesFromFileNames { get; init; }

    /// <summary>As of <see cref="SiteFacts.DatesOfFileNamesWin"/>.</summary>
    public bool DatesOfFileNamesWin { get; init; }

    /// <summary>As of <see cref="ContentApi.Parsing.SiteFacts.PostNames"/>.</summary>
    public string? PostNames { get; init; }

    /// <summary>As of <see cref="ContentApi.Parsing.SiteFacts.KeepsDatesOfNames"/>.</summary>
    public bool KeepsDatesOfNames { get; init; }

    /// <summary>As of <see cref="ContentApi.Parsing.SiteFacts.PrefixesDefaultLocale"/>.</summary>
    public bool PrefixesDefaultLocale { get; init; }

    /// <summary>Folders whose files get no page, with the reason.</summary>
    public IReadOnlyList<(string Folder, string Reason)> UnrenderedFolders { get; init; } = [];

    /// <summary>Files and folders that the tool leaves out, with its wildcards; of Docusaurus as paths of <see cref="SitePlace.FromOuter"/>.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>Files and folders that the tool reads although their names would keep them out.</summary>
    public IReadOnlyList<string> Includes { get; init; } = [];

    /// <summary>Folders with an underscore whose files are content; null when the settings say nothing about them.</summary>
    public IReadOnlyList<string>? Collections { get; init; }

    /// <summary>Where pictures lie that are named without a folder (Obsidian).</summary>
    public string? AttachmentFolder { get; init; }

    /// <summary>Values for the front matter of many files, as written; null when there are none.</summary>
    public MetaNode? Defaults { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
