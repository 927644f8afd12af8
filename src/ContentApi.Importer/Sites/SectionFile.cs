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
            if (SiteFile.Find(root, path) is not { Length: > 0 } file)
                return None;
            if (SiteFile.Read(file, ArticleParser.MaxBytes) is not { } content)
                return new SectionFile(null, null);
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
