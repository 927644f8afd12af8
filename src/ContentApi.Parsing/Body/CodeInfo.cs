using System.Buffers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>
/// Reads what stands behind a fence. The first word is the language, and each tool says more in its own way: <c>rust,linenos</c>,
/// <c>js{1,3}</c>, <c>js:file.js</c>, <c>python title="x.py"</c>, <c>{.python .numberLines}</c>, <c>{r, echo=FALSE}</c>.
/// </summary>
internal static class CodeInfo
{
    /// <summary>Holds the whole line as written, where it says more than the language.</summary>
    public const string Attribute = "data-info";

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t,{}:;[]()=|\"'");

    public static void Apply(FencedCodeBlock code)
    {
        var info = $"{code.Info} {code.Arguments}".Trim();
        if (info.Length == 0)
            return;
        var language = LanguageOf(info);
        var attributes = new HtmlAttributes();
        if (language.Length > 0)
            attributes.AddClass($"language-{language}");
        if (language.Length != info.Length)
            attributes.AddProperty(Attribute, info);
        code.SetAttributes(attributes);
    }

    private static ReadOnlySpan<char> LanguageOf(ReadOnlySpan<char> info)
    {
        var isInBraces = info[0] == '{';
        var word = isInBraces ? info[1..].TrimStart() : info;

        // Pandoc's {=html} is code for one kind of output.
        word = word is ['.' or '=', ..] && isInBraces ? word[1..] : word.TrimStart('.');
        var end = word.IndexOfAny(Ends);
        if (end < 0)
            return word;

        // {linenos=table} names a setting, {#id .js} an id.
        return isInBraces && (word[end] == '=' || word[0] == '#') ? [] : word[..end];
    }
}
