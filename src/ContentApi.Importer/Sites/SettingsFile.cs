using System.Text;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>A tool's own settings file, read.</summary>
/// <param name="Path">As people find it from the imported folder: <c>hugo.toml</c>, <c>../hugo.toml</c>.</param>
/// <param name="Map">What it says; empty when it cannot be read.</param>
/// <param name="Findings">What is wrong with it.</param>
internal sealed record SettingsFile(string Path, MetaMap Map, IReadOnlyList<Finding> Findings)
{
    /// <summary>What it holds, where that is no <see cref="Map"/>; null when it cannot be read, and for a script.</summary>
    public MetaNode? Root { get; private init; }

    /// <summary>As <see cref="ScriptReader.Read(string, out IReadOnlyDictionary{string, IReadOnlyList{ScriptToken}})"/>; empty unless it is a script.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ScriptToken>> Code { get; private init; } = new Dictionary<string, IReadOnlyList<ScriptToken>>();

    // Real ones have a few kilobytes.
    private const int MaxLength = 1_000_000;

    private static readonly string[] ScriptExtensions = [".js", ".mjs", ".cjs", ".ts", ".mts"];

    /// <summary>Reads a file of a site; null when there is none in its folder. Links are not followed.</summary>
    /// <param name="place">The site.</param>
    /// <param name="name">Path in the site's folder, with <c>/</c>.</param>
    public static SettingsFile? Read(SitePlace place, string name)
    {
        var shown = place.Show(name);
        try
        {
            if (SiteFile.FindUnlinked(place.Folder, name) is not { } file)
                return null;
            return SiteFile.Read(file, MaxLength) is { } content
                ? Read(shown, content)
                : Unreadable(shown, $"The file has {file.Length} bytes, and settings at most {MaxLength}; it was not read.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(shown, "The system refuses to read the file.");
        }
    }

    /// <summary>The lines of a file of a site without blanks around them; none when there is no such file, or it cannot be read.</summary>
    /// <param name="place">The site.</param>
    /// <param name="name">Path in the site's folder, with <c>/</c>.</param>
    public static IReadOnlyList<string> ReadLines(SitePlace place, string name)
    {
        try
        {
            return SiteFile.FindUnlinked(place.Folder, name) is { } file && SiteFile.Read(file, MaxLength) is { } content
                ? [.. Encoding.UTF8.GetString(content).Trim('\uFEFF').Split('\n').Select(x => x.Trim())]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static SettingsFile Read(string path, byte[] content)
    {
        if (ScriptExtensions.Contains(System.IO.Path.GetExtension(path)))
            return new SettingsFile(path, ScriptReader.Read(Encoding.UTF8.GetString(content), out var code), []) { Code = code };
        var reading = DataFileReader.Read(path, content);
        var findings = reading.Diagnostics.Select(x => x.Severity == DiagnosticSeverity.Error ? Soften(x) : x).ToList();
        return new SettingsFile(path, reading.Root as MetaMap ?? MetaMap.Empty, FindingReader.Read(findings, content)) { Root = reading.Root };
    }

    // The site's own tool would refuse the file; here it only fills in what nothing else says.
    private static Diagnostic Soften(Diagnostic fault) => fault with
    {
        Code = DiagnosticCode.SiteConfigUnreadable,
        Severity = DiagnosticSeverity.Warning,
        Hint = "Until it is mended, nothing of it counts; contentapi.yaml can say the same.",
    };

    private static SettingsFile Unreadable(string path, string message) =>
        new(path, MetaMap.Empty, [new Finding(new Diagnostic(DiagnosticCode.SiteConfigUnreadable, DiagnosticSeverity.Warning, path, 1, 1, message))]);
}
