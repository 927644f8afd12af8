using System.Text.Json;
using ContentApi.Parsing;

namespace ContentApi.Importer.Scanning;

/// <summary>Finds out by which generator's rules a folder was written.</summary>
internal static class DialectDetector
{
    // Keys of Hexo's _config.yml that Jekyll, which has a file of the same name, does not know.
    private static readonly string[] HexoKeys =
        ["source_dir", "public_dir", "new_post_name", "post_asset_folder", "skip_render", "render_drafts", "default_layout", "code_dir"];

    /// <param name="root">Absolute path of the folder.</param>
    /// <param name="site">What its <c>_config.yml</c> says.</param>
    public static DetectedDialect Detect(string root, SiteConfiguration site)
    {
        if (HexoKeys.FirstOrDefault(site.HasKey) is { } key)
            return Hexo($"_config.yml has Hexo's key {key}");
        if (Directory.Exists(Path.Combine(root, "source", "_posts")))
            return Hexo("it has a folder source/_posts");
        if (Directory.Exists(Path.Combine(root, "scaffolds")))
            return Hexo("it has a folder scaffolds");
        if (PackageNamesHexo(Path.Combine(root, "package.json")))
            return Hexo("package.json names hexo");
        if (IsHexoSource(root))
            return Hexo("it is a folder source with _posts");
        return new DetectedDialect(Dialect.Generic, "nothing in it belongs to one generator");
    }

    private static DetectedDialect Hexo(string reason) => new(Dialect.Hexo, reason);

    private static bool IsHexoSource(string root) =>
        (Path.GetFileName(root) == "source" && Directory.Exists(Path.Combine(root, "_posts")))
        || (Path.GetFileName(root) == "_posts" && Path.GetFileName(Path.GetDirectoryName(root)) == "source");

    private static bool PackageNamesHexo(string path)
    {
        try
        {
            using var package = JsonDocument.Parse(SiteConfiguration.ReadSmallFile(path));
            var root = package.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && (root.TryGetProperty("hexo", out _) || Depends(root, "dependencies") || Depends(root, "devDependencies"));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool Depends(JsonElement package, string list) =>
        package.TryGetProperty(list, out var names) && names.ValueKind == JsonValueKind.Object && names.TryGetProperty("hexo", out _);
}
