using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace ContentApi.Parsing.Body;

/// <summary>Writes <c>:::tip[Title]</c>, as Docusaurus, VuePress and Starlight know it, in the form of GitHub's alerts.</summary>
internal sealed class AdmonitionRenderer : HtmlObjectRenderer<CustomContainer>
{
    protected override void Write(HtmlRenderer renderer, CustomContainer container)
    {
        var line = $"{container.Info} {container.Arguments}".Trim();
        var end = line.AsSpan().IndexOfAnyExcept(Letters);
        var kind = (end < 0 ? line : line[..end]).ToLowerInvariant();
        var title = line[kind.Length..].Trim();
        title = title is ['[', .., ']'] ? title[1..^1] : title.Trim('"');
        renderer.EnsureLine();
        renderer.Write(kind.Length == 0 ? "<div>\n" : $"<div class=\"markdown-alert markdown-alert-{kind}\">\n");
        if (kind.Length > 0)
            renderer.Write("<p class=\"markdown-alert-title\">").WriteEscape(title.Length > 0 ? title : MarkdownPipelineRules.AlertTitle(kind)).Write("</p>\n");
        renderer.WriteChildren(container);
        renderer.EnsureLine();
        renderer.Write("</div>\n");
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-");
}
