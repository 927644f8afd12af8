using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Reads files of settings and data, such as <c>_config.yml</c>, <c>hugo.toml</c> and <c>authors.json</c>, as front matter is
/// read: values as written, with their places.
/// </summary>
public static class DataFileReader
{
    private const string Subject = "the file";

    /// <summary>Extensions of the files that can be read, with their dot, in lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".yml", ".yaml", ".toml", ".json"];

    /// <summary>Never throws: whatever the bytes are, the result says what became of them.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments. Its extension, in any case, tells the language: one of <see cref="Extensions"/>, else YAML.</param>
    /// <param name="content">The bytes of the file: UTF-8, or UTF-16 or UTF-32 with a byte order mark.</param>
    public static DataFileReading Read(string filePath, ReadOnlyMemory<byte> content)
    {
        var bag = new DiagnosticBag(filePath);
        return new DataFileReading(Read(filePath, content.Span, bag, Subject), bag.ToList());
    }

    /// <summary>Null when the file cannot be read; an error then says why.</summary>
    internal static MetaNode? Read(string filePath, ReadOnlySpan<byte> content, DiagnosticBag bag, string subject)
    {
        try
        {
            return SourceDecoder.Decode(content, other: null, bag) is { } text
                ? MetaReader.Read(FormatOf(filePath), text, Place.Start, bag, subject)
                : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A file of settings must not stop an import, even when the fault is ours.
            bag.Error(DiagnosticCode.ParserFault, Place.Start, $"the parser failed on this file ({e.GetType().Name}: {e.Message}); file rejected", "Please report this with the file.");
            return null;
        }
    }

    private static MetaFormat FormatOf(string filePath) => Path.GetExtension(filePath).ToLowerInvariant() switch
    {
        ".toml" => MetaFormat.Toml,
        ".json" => MetaFormat.Json,
        _ => MetaFormat.Yaml,
    };
}
