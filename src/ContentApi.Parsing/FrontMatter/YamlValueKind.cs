namespace ContentApi.Parsing.FrontMatter;

/// <summary>How a value is written, as far as its first characters and its end tell.</summary>
internal enum YamlValueKind
{
    /// <summary>There is no value in the line of the key.</summary>
    None,

    /// <summary>Lines behind <c>|</c> or <c>&gt;</c>: whatever they hold is text.</summary>
    Block,

    /// <summary>Quotes or brackets over several lines, in order but for their indentation.</summary>
    Whole,

    /// <summary>Anything else, whether in order or not.</summary>
    Text,
}
