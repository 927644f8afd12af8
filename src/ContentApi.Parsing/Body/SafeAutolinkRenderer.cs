using Markdig.Renderers;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Writes <c>&lt;javascript:…&gt;</c> as the text it is.</summary>
internal sealed class SafeAutolinkRenderer : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline link)
    {
        if (link.IsEmail || WebAddress.IsSafeLink(link.Url))
            base.Write(renderer, link);
        else
            renderer.WriteEscape(link.Url);
    }
}
