namespace ContentApi.Parsing.Body;

/// <summary>Marks that end the excerpt: <c>&lt;!--more--&gt;</c>, <c>&lt;!-- truncate --&gt;</c>, <c>{/* truncate */}</c>.</summary>
internal static class MoreMark
{
    /// <summary>The one form in which a mark goes through rendering.</summary>
    public const string Comment = "<!--more-->";

    public static bool IsComment(ReadOnlySpan<char> comment) => comment.StartsWith("<!--", StringComparison.Ordinal)
        && comment.EndsWith("-->", StringComparison.Ordinal) && comment.Length >= 7 && IsWord(comment[4..^3]);

    /// <summary>A comment in the syntax of MDX.</summary>
    public static bool IsMdx(ReadOnlySpan<char> text) => text.StartsWith("{/*", StringComparison.Ordinal)
        && text.EndsWith("*/}", StringComparison.Ordinal) && text.Length >= 6 && IsWord(text[3..^3]);

    /// <summary>True for the content of a comment that is a mark.</summary>
    public static bool IsWord(ReadOnlySpan<char> content) => content.Trim() is var word
        && (word.Equals("more", StringComparison.OrdinalIgnoreCase) || word.Equals("truncate", StringComparison.OrdinalIgnoreCase));
}
