using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;

namespace ContentApi.Parsing.Body;

/// <summary>The Markdown we read: CommonMark, GitHub's extensions, footnotes, definition lists, maths kept as text.</summary>
internal static class MarkdownPipelineRules
{
    private static readonly MarkdownPipeline Common = Create(EmphasisExtraOptions.Strikethrough);

    private static readonly MarkdownPipeline Obsidian = Create(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked);

    /// <summary>Immutable; serves all threads.</summary>
    public static MarkdownPipeline For(Dialect dialect) => dialect == Dialect.Obsidian ? Obsidian : Common;

    /// <summary>The title of an alert that has none of its own.</summary>
    public static string AlertTitle(string kind) => kind.Length == 0 ? kind : char.ToUpperInvariant(kind[0]) + kind[1..].ToLowerInvariant();

    private static MarkdownPipeline Create(EmphasisExtraOptions emphasis)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .UseEmphasisExtras(emphasis)
            .UseAutoLinks(new AutoLinkOptions())
            .UseAlertBlocks(static (renderer, kind) =>
                renderer.Write("<p class=\"markdown-alert-title\">").WriteEscape(AlertTitle(kind.ToString())).Write("</p>\n"))
            .UseMathematics();
        builder.Extensions.AddIfNotAlready<WikiLinkExtension>();
        builder.Extensions.AddIfNotAlready<BlockExtension>();
        builder.Extensions.AddIfNotAlready<SafetyExtension>();
        return builder.Build();
    }
}
