using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes an admonition like a callout; VuePress' <c>::: details</c> folds.</summary>
internal sealed class AdmonitionRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        if (container.Info is { Length: > 0 } kind)
        {
            CalloutRenderer.Write(renderer, container, kind, kind == "details" ? CalloutFold.Closed : CalloutFold.None);
            return;
        }

        renderer.EnsureLine();
        renderer.Write("<div>\n");
        renderer.WriteChildren(container);
        renderer.EnsureLine();
        renderer.Write("</div>\n");
    }
}
