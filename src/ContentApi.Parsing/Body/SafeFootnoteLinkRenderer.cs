using Markdig.Extensions.Footnotes;
using Markdig.Renderers;

namespace ContentApi.Parsing.Body;

/// <summary>Writes no note into the text of a picture, where its tags would end the attribute.</summary>
internal sealed class SafeFootnoteLinkRenderer : HtmlFootnoteLinkRenderer
{
    protected override void Write(HtmlRenderer renderer, FootnoteLink link)
    {
        if (renderer.EnableHtmlForInline)
            base.Write(renderer, link);
    }
}
