using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.FrontMatter;

/// <summary>One value.</summary>
/// <param name="Place">Where the value starts in the file.</param>
/// <param name="Text">The text after unescaping, without lone surrogates and NUL; of a number or a date the source text.</param>
/// <param name="IsPlain">True for an unquoted value, which may stand for a number, a date, a boolean or null.</param>
public sealed record MetaScalar(Place Place, string Text, bool IsPlain) : MetaNode(Place, 16 + Text.Length)
{
    /// <summary>The value in decimal digits of a number that is written in another way, as TOML's <c>1_000</c> and <c>0xff</c> are; null when the text says it.</summary>
    public string? Number { get; init; }

    /// <summary>True for an unquoted value that YAML's core schema reads as null.</summary>
    public bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");
}
