using ContentApi.Importer.Scanning;
using ContentApi.Importer.Settings;
using ContentApi.Parsing;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Reads a tool's own settings.</summary>
internal static class SiteConfigurationReader
{
    private const int MaxShown = 80;

    /// <summary>What the settings of a site say; nothing when there are none.</summary>
    /// <param name="place">The site.</param>
    /// <param name="dialect">The tool. The common ground of Hexo and Jekyll is read for <see cref="Dialect.Generic"/>.</param>
    public static SiteConfiguration Read(SitePlace place, Dialect dialect)
    {
        var files = FilesOf(place, dialect);
        var empty = new SiteConfiguration { Place = place };
        if (files.Count == 0)
            return empty;
        var site = empty with
        {
            Files = [.. files.Select(x => x.File.Path)],
            Findings = [.. files.SelectMany(x => x.File.Findings)],
        };
        var read = Read(place, dialect, files, site);
        var faulty = read.Excludes.Where(x => Glob.Of(x).IsFaulty).Select(x => Finding(read.Files[0], Place.Start, x));
        var isWhole = files.TrueForAll(x => x.File.Findings.Count == 0);
        return read with { Findings = [.. read.Findings, .. faulty], ReadFolders = isWhole ? read.ReadFolders : null };
    }

    /// <summary>Tells once that the paths of articles are not made with the site's own pattern.</summary>
    public static IEnumerable<Finding> FindPatterns(SiteConfiguration site, MetaNode? pattern)
    {
        if (pattern is null)
            yield break;
        yield return Finding(
            DiagnosticCode.PermalinkPattern,
            DiagnosticSeverity.Info,
            site,
            pattern,
            "The site's pattern of permalinks is not used; the path of an article is its own permalink, else folder and slug.",
            "Give articles a permalink of their own where their paths have to stay.");
    }

    /// <summary>Tells of a time zone that nobody knows.</summary>
    public static IEnumerable<Finding> FindZone(SiteConfiguration site, MetaNode? zone)
    {
        if (zone is not MetaScalar scalar || string.IsNullOrWhiteSpace(scalar.Text) || IanaZone.Find(scalar.Text.Trim()) is not null)
            yield break;
        yield return Finding(
            DiagnosticCode.SiteConfigUnreadable,
            DiagnosticSeverity.Warning,
            site,
            scalar,
            $"'{Shown(scalar.Text)}' is no time zone; it was not read.",
            "Write an IANA name such as Asia/Shanghai, or give --time-zone.");
    }

    /// <summary>Tells of a pattern of paths that is none.</summary>
    public static Finding Finding(string file, Place place, string pattern) => new(new Diagnostic(
        DiagnosticCode.SiteConfigUnreadable,
        DiagnosticSeverity.Warning,
        file,
        place.Line,
        place.Column,
        $"'{Shown(pattern)}' is no pattern of paths; its characters stand for themselves.",
        "Put something into its brackets, the lower end of a range first."));

    private static Finding Finding(string code, DiagnosticSeverity severity, SiteConfiguration site, MetaNode node, string message, string hint)
    {
        var place = site.Files.Count > 1 ? Place.Start : node.Place;   // of several files it is not known which one says it
        return new Finding(new Diagnostic(code, severity, site.Files[0], place.Line, place.Column, message, hint));
    }

    private static string Shown(string text) => text.Length > MaxShown ? $"{text[..MaxShown]}…" : text;

    private static SiteConfiguration Read(SitePlace place, Dialect dialect, List<(string Name, SettingsFile File)> files, SiteConfiguration site)
    {
        var map = files[0].File.Map;
        return dialect switch
        {
            Dialect.Hugo => HugoSite.Read(HugoSite.Merge(files.Select(x => (x.Name, x.File.Map))), site),
            Dialect.Jekyll => JekyllSite.Read(map, site),
            Dialect.Zola => ZolaSite.Read(map, site),
            Dialect.Astro => AstroSite.Read(map, site),
            Dialect.Gatsby => GatsbySite.Read(map, site),
            Dialect.Eleventy => EleventySite.Read(map, site),
            Dialect.Docusaurus => DocusaurusSite.Read(map, site),
            Dialect.Obsidian => ObsidianSite.Read(map, site),
            _ => HexoSite.Read(map, site),
        };
    }

    private static List<(string Name, SettingsFile File)> FilesOf(SitePlace place, Dialect dialect)
    {
        var main = ToolFiles.Of(dialect).Select(name => SettingsFile.Read(place, name)).FirstOrDefault(x => x is not null);
        List<(string, SettingsFile)> files = main is null ? [] : [("config", main)];
        if (dialect == Dialect.Hugo)
            files.AddRange(HugoFolderFiles(place));
        return files;
    }

    // languages.de.toml is the part of one language.
    private static IEnumerable<(string, SettingsFile)> HugoFolderFiles(SitePlace place)
    {
        var folder = new DirectoryInfo(Path.Combine(place.Folder, ToolFiles.HugoFolder));
        if (!folder.Exists || LinkedFile.LeadsThrough(place.Folder, ToolFiles.HugoFolder))
            yield break;
        foreach (var name in NamesIn(folder))
        {
            var stem = Path.GetFileNameWithoutExtension(name);
            var isPart = ToolFiles.HugoParts.Contains(stem) || stem.StartsWith("languages.", StringComparison.Ordinal);
            if (isPart && ToolFiles.HugoExtensions.Contains(Path.GetExtension(name)) && SettingsFile.Read(place, $"{ToolFiles.HugoFolder}/{name}") is { } file)
                yield return (stem, file);
        }
    }

    private static IEnumerable<string> NamesIn(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFiles().Select(x => x.Name).Order(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
