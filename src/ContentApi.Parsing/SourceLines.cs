using System.Text;

namespace ContentApi.Parsing;

/// <summary>Shows files to people as the parser reads them.</summary>
public static class SourceLines
{
    /// <summary>The lines of a file, numbered as diagnostics number them, without the passwords of its front matter. What cannot be decoded is U+FFFD.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="encoding">Of files that are not valid UTF-8; null when there is none.</param>
    public static IReadOnlyList<SourceLine> Read(ReadOnlySpan<byte> content, Encoding? encoding) => SecretValues.Hide(SourceDecoder.ReadText(content, encoding));
}
