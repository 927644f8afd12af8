using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>Reads a block in any of the languages.</summary>
internal static class MetaReader
{
    /// <summary>Null when the block cannot be read; an error then says why. A block without a value is an empty map.</summary>
    /// <param name="format">The language of the block.</param>
    /// <param name="text">The block, with LF line ends and without NUL.</param>
    /// <param name="start">The place of its first character in the file.</param>
    /// <param name="bag">Takes the findings.</param>
    /// <param name="subject">What messages call the block.</param>
    public static MetaNode? Read(MetaFormat format, string text, Place start, DiagnosticBag bag, string subject)
    {
        if (format == MetaFormat.Yaml)
            return YamlReader.Read(text, start.Line, bag, subject);
        if (string.IsNullOrWhiteSpace(text))
            return MetaMap.Empty;
        try
        {
            if (text.Length > MetaLimit.Length)
                throw new MetaLimitException(start, $"{subject} has more than {MetaLimit.Length} characters");
            return format == MetaFormat.Toml ? TomlReader.Read(text, start, bag, subject) : JsonReader.Read(text, format, start, bag, subject);
        }
        catch (MetaLimitException limit)
        {
            bag.Error(DiagnosticCode.MetaLimit, limit.Place, $"{limit.Message}; file rejected", "Write less into it.");
            return null;
        }
    }
}
