using System.Text;

namespace ContentApi.Importer.Tests.Support;

/// <summary>A folder that has one finding, and the same folder mended.</summary>
/// <param name="Code">The code of the finding.</param>
/// <param name="Cell">The example as <c>schema/diagnostics.md</c> writes it.</param>
/// <param name="Place">Path, line and column of the finding.</param>
/// <param name="Files">The files by path; a text that begins with <c>-></c> is a symbolic link.</param>
/// <param name="Mended">What these files hold when they are mended; null for one that is deleted.</param>
internal sealed record DiagnosticExample(string Code, string Cell, string Place, Dictionary<string, byte[]> Files, Dictionary<string, byte[]?> Mended)
{
    private const string Link = "->";

    /// <summary>Another finding that goes with it, as a line; empty when there is none.</summary>
    public string Also { get; init; } = "";

    /// <summary>A file whose front matter is the example, between fences.</summary>
    public static DiagnosticExample OfLines(string code, string cell, string lines, int line, int column, string mended) =>
        new(code, cell, $"a.md:{line}:{column}", Of(("a.md", $"---\n{lines}\n---\n")), After(("a.md", $"---\n{mended}\n---\n")));

    /// <summary>One file, and what it is when it is mended.</summary>
    public static DiagnosticExample OfFile(string code, string cell, string text, int line, int column, string mended) =>
        new(code, cell, $"a.md:{line}:{column}", Of(("a.md", text)), After(("a.md", mended)));

    public static Dictionary<string, byte[]> Of(params (string Path, string Text)[] files) => files.ToDictionary(x => x.Path, x => Encoding.UTF8.GetBytes(x.Text));

    public static Dictionary<string, byte[]?> After(params (string Path, string? Text)[] files) => files.ToDictionary(x => x.Path, x => x.Text is null ? null : Encoding.UTF8.GetBytes(x.Text));

    public void Write(Site site)
    {
        foreach (var (path, content) in Files)
            Put(site, path, content);
    }

    public void Mend(Site site)
    {
        foreach (var (path, content) in Mended)
        {
            site.Delete(path);
            if (content is not null)
                Put(site, path, content);
        }
    }

    private static void Put(Site site, string path, byte[] content)
    {
        if (content.AsSpan().StartsWith("->"u8))
            File.CreateSymbolicLink(site[path], Encoding.UTF8.GetString(content)[Link.Length..]);
        else
            site.Write(path, content);
    }
}
