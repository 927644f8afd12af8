using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Writes the text of a link alone when its scheme is not one that only leads somewhere.</summary>
internal sealed class SafeLinkRenderer : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        var url = link.Url ?? "";
        if (link.IsImage ? WebAddress.IsSafeImage(url) : WebAddress.IsSafeLink(url))
            base.Write(renderer, link);
        else
            renderer.WriteChildren(link);
    }
}
