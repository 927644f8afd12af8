using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Importer;

/// <summary>What an import of a folder would start from, found out without a database and without reading its articles.</summary>
public sealed record FolderSurvey
{
    /// <summary>Absolute path of the folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Whose rules apply.</summary>
    public required Dialect Dialect { get; init; }

    /// <summary>Why this dialect, for people.</summary>
    public required string DialectReason { get; init; }

    /// <summary>The settings that an import would use, each once, in the order of <see cref="ContentSettings.Known"/>; none of the server's.</summary>
    public required IReadOnlyList<ResolvedSetting> Settings { get; init; }

    /// <summary>True when the folder has a <c>contentapi.yaml</c>.</summary>
    public required bool HasSettingsFile { get; init; }

    /// <summary>The tool's own settings files that were read, as they are found from the folder (<c>../hugo.toml</c>); empty when there are none.</summary>
    public required IReadOnlyList<string> ToolSettings { get; init; }

    /// <summary>BCP 47 tags of the languages that the site declares, or that its folders show; empty when it has one that nothing names.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Files that are taken for articles; whether they are is seen when they are read.</summary>
    public required int ArticleFiles { get; init; }

    /// <summary>Image files.</summary>
    public required int ImageFiles { get; init; }

    /// <summary>Folders and article files that the system refuses to open.</summary>
    public required int Unreadable { get; init; }

    /// <summary>Links that would not be followed, folders and settings that cannot be read, and files that belong to others, by path.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>Looks at a folder.</summary>
    /// <param name="options">The folder, and settings that stand above its own; its database is not asked.</param>
    /// <param name="ct">Ends the look early.</param>
    /// <exception cref="ImportRefusedException">An import would be refused: the folder is missing or unreadable, or a setting makes no sense.</exception>
    public static FolderSurvey Take(ImportOptions options, CancellationToken ct)
    {
        var settings = ImportSettings.Resolve(options);
        var scan = FolderScanner.ScanOrRefuse(settings, ct);
        return new FolderSurvey
        {
            Folder = settings.Root,
            Dialect = settings.Dialect.Dialect,
            DialectReason = settings.Dialect.Reason,
            Settings = settings.Resolved,
            HasSettingsFile = File.Exists(Path.Combine(settings.Root, ContentSettings.FileName)),
            ToolSettings = settings.Site.Files,
            Languages = [.. (settings.Facts.Locales ?? settings.Facts.SuffixLocales ?? []).Concat(settings.Facts.LanguageFolders.Values).Distinct().Order(StringComparer.Ordinal)],
            ArticleFiles = scan.Articles.Count,
            ImageFiles = scan.Images.Count,
            Unreadable = scan.Diagnostics.Count(x => x.Code == DiagnosticCode.Unreadable) + scan.Articles.Count(x => !ArticleFile.CanOpen(x)),
            Diagnostics = [.. scan.Diagnostics.Concat(settings.Site.Findings.Concat(settings.Defaults.Findings).Select(x => x.Diagnostic)).OrderBy(x => x.Path, StringComparer.Ordinal)],
        };
    }

    /// <summary>The value of a setting; null when there is none.</summary>
    /// <param name="name">One of <see cref="ContentSettings.Known"/>.</param>
    public string? Find(string name) => Settings.Single(x => x.Name == name).Value;
}
