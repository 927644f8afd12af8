using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>Looks values up in a tool's settings.</summary>
internal static class SettingsReading
{
    /// <summary>The first of these paths of keys (<c>i18n.defaultLocale</c>) that holds something.</summary>
    public static MetaNode? Node(this MetaNode map, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            MetaNode? node = map;
            foreach (var key in path.Split('.'))
                node = (node as MetaMap)?.Find(key);
            if (node is not (null or MetaScalar { IsNull: true }))
                return node;
        }

        return null;
    }

    /// <summary>The first text at one of these paths, of a list its first; null when all are missing or blank.</summary>
    public static string? Text(this MetaNode map, params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (map.Texts(path).FirstOrDefault() is { } text)
                return text;
        }

        return null;
    }

    /// <summary>The texts of a value that is one or a list of them.</summary>
    public static IReadOnlyList<string> Texts(this MetaNode map, string path) => map.Node(path) switch
    {
        MetaScalar scalar when !string.IsNullOrWhiteSpace(scalar.Text) => [scalar.Text.Trim()],
        MetaList list => [.. list.Items.OfType<MetaScalar>().Where(x => !x.IsNull && !string.IsNullOrWhiteSpace(x.Text)).Select(x => x.Text.Trim())],
        _ => [],
    };

    public static bool Has(this MetaNode map, params ReadOnlySpan<string> paths) => map.Node(paths) is not null;

    public static bool IsOn(this MetaNode map, string path) => map.Switch(path) == true;

    /// <summary>The switch at the first of these paths that has one; null when none is set.</summary>
    public static bool? Switch(this MetaNode map, params ReadOnlySpan<string> paths) => map.Text(paths) switch
    {
        "true" or "True" or "yes" or "on" => true,
        "false" or "False" or "no" or "off" => false,
        _ => null,
    };

    /// <summary>A folder of the site without <c>./</c> and slashes around it; null when none is named or it leads out of the site.</summary>
    public static string? Folder(this MetaNode map, params ReadOnlySpan<string> paths) => map.Text(paths) is { } text ? ToFolder(text) : null;

    public static string? ToFolder(string text) => Scanning.SourcePath.Join("", text.Replace('\\', '/'));

    /// <summary>A language tag; null when the text is none.</summary>
    public static string? ToTag(string? text) => text is null ? null : LanguageTag.Normalise(text);

    /// <summary>Languages by their tags; what is none is left out.</summary>
    public static IReadOnlyList<SiteLanguage> ToLanguages(IEnumerable<string> names) =>
        [.. from name in names let tag = ToTag(name) where tag is not null select new SiteLanguage(tag, name)];
}
