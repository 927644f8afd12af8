using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;

namespace ContentApi.Parsing.Body;

/// <summary>The Markdown we read: CommonMark, GitHub's extensions, footnotes, definition lists, maths kept as text.</summary>
internal static class MarkdownPipelineRules
{
    /// <summary>Immutable; serves all threads.</summary>
    public static readonly MarkdownPipeline Pipeline = Create();

    private static MarkdownPipeline Create()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions())
            .UseAlertBlocks(static (renderer, kind) =>
                renderer.Write("<p class=\"markdown-alert-title\">").WriteEscape(AlertTitle(kind.ToString())).Write("</p>\n"))
            .UseMathematics();
        builder.Extensions.AddIfNotAlready<WikiLinkExtension>();
        builder.Extensions.AddIfNotAlready<SafetyExtension>();
        return builder.Build();
    }

    private static string AlertTitle(string kind) => kind.Length == 0 ? kind : char.ToUpperInvariant(kind[0]) + kind[1..].ToLowerInvariant();
}
