using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>One value.</summary>
/// <param name="Place">Where the value starts in the file.</param>
/// <param name="Text">The text after unescaping, without lone surrogates and NUL.</param>
/// <param name="IsPlain">True for an unquoted value, which may stand for a number, a boolean or null.</param>
internal sealed record MetaScalar(Place Place, string Text, bool IsPlain) : MetaNode(Place, 16 + Text.Length)
{
    /// <summary>True for an unquoted value that YAML's core schema reads as null.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
