using System.Collections.Frozen;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;

namespace ContentApi.Importer.Sites;

/// <summary>The names of the tools' settings files, in the order in which each tool looks for them.</summary>
internal static class ToolFiles
{
    private static readonly string[] Scripts = [".mjs", ".js", ".ts", ".mts", ".cjs"];

    /// <summary>Files that one tool alone has.</summary>
    public static IReadOnlyDictionary<Dialect, IReadOnlyList<string>> Own { get; } = new Dictionary<Dialect, IReadOnlyList<string>>
    {
        [Dialect.Hugo] = ["hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json"],
        [Dialect.Zola] = ["zola.toml"],
        [Dialect.Astro] = [.. Scripts.Select(x => $"astro.config{x}")],
        [Dialect.Gatsby] = [.. Scripts.Select(x => $"gatsby-config{x}")],
        [Dialect.Eleventy] = [".eleventy.js", .. Scripts.Select(x => $"eleventy.config{x}")],
        [Dialect.Docusaurus] = [.. Scripts.Select(x => $"docusaurus.config{x}")],
        [Dialect.Obsidian] = [".obsidian/app.json", ".obsidian/appearance.json", ".obsidian/workspace.json"],
    }.ToFrozenDictionary();

    /// <summary>Of Hexo and of Jekyll.</summary>
    public static IReadOnlyList<string> Underscored { get; } = ["_config.yml", "_config.yaml", "_config.json", "_config.toml"];

    /// <summary>Of Hugo, and the first of them of Zola too.</summary>
    public static IReadOnlyList<string> Plain { get; } = ["config.toml", "config.yaml", "config.yml", "config.json"];

    /// <summary>The parts of <c>config/_default</c> that are read.</summary>
    public static IReadOnlyList<string> HugoParts { get; } = ["hugo", "config", "languages", "params", "cascade", "markup", "module"];

    public static IReadOnlyList<string> HugoExtensions { get; } = [".toml", ".yaml", ".yml", ".json"];

    public const string HugoFolder = "config/_default";

    /// <summary>True when Hugo has settings for some of its environments, one of which is in force.</summary>
    public static bool HasHugoEnvironments(string site) =>
        new DirectoryInfo(Path.Combine(site, SourcePath.FolderOf(HugoFolder))) is { Exists: true } folder
        && folder.EnumerateDirectories().Any(x => x.Name != SourcePath.NameOf(HugoFolder));

    /// <summary>The files of which the first that is there is the tool's.</summary>
    public static IEnumerable<string> Of(Dialect dialect) => dialect switch
    {
        Dialect.Hexo or Dialect.Jekyll or Dialect.Generic => Underscored,
        Dialect.Hugo => Own[dialect].Concat(Plain),
        Dialect.Zola => Own[dialect].Append("config.toml"),
        _ => Own[dialect],
    };
}
