using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>A file cut into its front matter and its body, for who looks at many files without making articles of them.</summary>
/// <param name="Map">The keys of the front matter; empty when there is none.</param>
/// <param name="Body">The text behind it, with LF line ends.</param>
/// <param name="IsToml">True when the front matter is in TOML.</param>
public sealed record FrontMatterFile(MetaMap Map, string Body, bool IsToml)
{
    /// <summary>Null when the file would be rejected: it is not in UTF-8, or its front matter cannot be read. Never throws.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments.</param>
    /// <param name="content">The bytes of the file.</param>
    public static FrontMatterFile? Read(string filePath, ReadOnlyMemory<byte> content)
    {
        var bag = new DiagnosticBag(filePath);
        try
        {
            return SourceDecoder.Decode(content.Span, other: null, bag) is { } text && FrontMatterReader.Read(text, bag) is { } parts
                ? new FrontMatterFile(parts.Map, parts.Body, FrontMatterSplitter.Split(text).Format == MetaFormat.Toml)
                : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;   // the import of the file itself tells of the fault
        }
    }
}
