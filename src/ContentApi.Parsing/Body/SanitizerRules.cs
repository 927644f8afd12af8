using AngleSharp.Dom;
using Ganss.Xss;

namespace ContentApi.Parsing.Body;

/// <summary>The rules of served HTML, as a sanitiser. One instance serves all threads; it must not be changed after set-up.</summary>
internal sealed class SanitizerRules : HtmlSanitizer
{
    public static readonly SanitizerRules Instance = new();

    private SanitizerRules()
        : base(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(HtmlNames.Allowed.Set, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(AttributeRules.Allowed, StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = new HashSet<string>(AttributeRules.Schemes, StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(AttributeRules.Addresses, StringComparer.OrdinalIgnoreCase),
        })
    {
        KeepChildNodes = true;
        FilterUrl += (_, e) =>
        {
            if (AttributeRules.IsForbidden(e.Tag.LocalName, e.OriginalUrl))
                e.SanitizedUrl = null;
        };
        RemovingComment += (_, e) => e.Cancel = MoreMark.IsWord(e.Comment.Data) || e.Comment.Data is StartMark.Word;
        PostProcessNode += (_, e) =>
        {
            if (e.Node is IElement element)
                AttributeRules.Tidy(new TreeElement(element));
        };
    }

    /// <summary>The address without blanks before it; null when its scheme is not allowed.</summary>
    public string? SafeAddress(string address) => GetSafeIri(address)?.Value;
}
