using System.Text;
using ContentApi.Importer.Scanning;
using ContentApi.Parsing;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The file of a section, <c>_index.md</c>, read for what it says about the files below it.</summary>
/// <param name="Map">Its front matter, empty when it has none; null when it cannot be read.</param>
/// <param name="Text">The bytes as characters where the front matter cannot be read; null when not even they can.</param>
internal sealed record SectionFile(MetaMap? Map, string? Text)
{
    private static readonly SectionFile None = new(MetaMap.Empty, null);

    /// <param name="root">Absolute path of the imported folder.</param>
    /// <param name="path">Of the file below it.</param>
    public static SectionFile Read(string root, string path)
    {
        try
        {
            FileInfo? file = new(Path.Combine(root, path));
            if (file.LinkTarget is not null)
                file = LinkedFile.LiesBelow(root, file) ? (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)! : null;

            // Reading from a pipe, which has no length, would wait for a writer.
            if (file is null or { Length: 0 })
                return None;
            if (file.Length > ArticleParser.MaxBytes)
                return new SectionFile(null, null);
            var content = File.ReadAllBytes(file.FullName);
            return FrontMatterFile.Read(path, content) is { } read ? new SectionFile(read.Map, null) : new SectionFile(null, Encoding.Latin1.GetString(content));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SectionFile(null, null);
        }
    }

    /// <summary>True when the front matter cannot be read, and nothing shows that it lacks the word.</summary>
    public bool MayHold(string word) => Map is null && Text?.Contains(word, StringComparison.OrdinalIgnoreCase) != false;
}
