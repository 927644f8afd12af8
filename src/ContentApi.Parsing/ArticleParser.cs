using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.Fields;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing;

/// <summary>Reads one file into an article and the findings about it. Safe for use by several threads.</summary>
/// <param name="options">The same for all files of a source.</param>
public sealed class ArticleParser(ParseOptions options)
{
    /// <summary>Raised when the same file gives another article than before, so that files are read again.</summary>
    public const int Version = 5;

    /// <summary>Bytes of the largest file that is read; larger ones are rejected without a look.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Never throws: whatever the bytes are, the result says what became of them.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments.</param>
    /// <param name="content">The bytes of the file.</param>
    public ParseResult Parse(string filePath, ReadOnlyMemory<byte> content)
    {
        var bag = new DiagnosticBag(filePath);
        ParsedArticle? article = null;
        try
        {
            article = Read(filePath, content.Span, bag);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One file must not stop an import, even when the fault is ours.
            bag.Error(DiagnosticCode.ParserFault, Place.Start, $"the parser failed on this file ({e.GetType().Name}: {e.Message}); file rejected", "Please report this with the file.");
        }

        return new ParseResult(bag.HasErrors ? null : article, bag.ToList());
    }

    /// <summary>The path that a file asks for, its title and when it shows, read without its body; null when the file gives no article.</summary>
    /// <param name="filePath">Relative to the source folder, with <c>/</c> between segments.</param>
    /// <param name="content">The bytes of the file.</param>
    public ArticleHead? ReadHead(string filePath, ReadOnlyMemory<byte> content)
    {
        try
        {
            var bag = new DiagnosticBag(filePath);
            return Open(filePath, content.Span, bag) is var (context, source) && !bag.HasErrors ? new ArticleReader(context).ReadHead(source.Body) : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;   // said of the file itself when it is read whole
        }
    }

    private ParsedArticle? Read(string filePath, ReadOnlySpan<byte> bytes, DiagnosticBag bag) =>
        Open(filePath, bytes, bag) is var (context, source) ? new ArticleReader(context).Read(source) : null;

    private (FieldContext Context, SourceParts Source)? Open(string filePath, ReadOnlySpan<byte> bytes, DiagnosticBag bag)
    {
        if (bytes.Length > MaxBytes)
        {
            bag.Error(DiagnosticCode.TooLarge, Place.Start, $"the file has {bytes.Length} bytes, more than the {MaxBytes} an article may have; file rejected");
            return null;
        }

        if (SourceDecoder.Decode(bytes, options.FallbackEncoding, bag) is not { } text)
            return null;
        if (string.IsNullOrWhiteSpace(text))
        {
            bag.Warn(DiagnosticCode.EmptyFile, Place.Start, "the file is empty; nothing imported");
            return null;
        }

        if (FrontMatterReader.Read(text, bag) is not { } source)
            return null;
        var rules = DialectRules.For(options.Dialect);
        var fields = new FieldReader(source.Map, rules, options.FindDefaults?.Invoke(filePath) ?? [], bag);
        var context = new FieldContext(fields, rules, options, new ContentPath(filePath, rules, options.Site), bag);
        return (context, source);
    }
}
