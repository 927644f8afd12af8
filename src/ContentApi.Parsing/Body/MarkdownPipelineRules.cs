using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace ContentApi.Parsing.Body;

/// <summary>The Markdown we read: CommonMark, GitHub's extensions, footnotes, definition lists, maths kept as text.</summary>
internal static class MarkdownPipelineRules
{
    private static readonly MarkdownPipeline Common = Create(EmphasisExtraOptions.Strikethrough);

    private static readonly MarkdownPipeline Obsidian = Create(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked, new NoteExtension());

    private static readonly MarkdownPipeline Jekyll = Create(EmphasisExtraOptions.Strikethrough, new KramdownExtension());

    /// <summary>Immutable; serves all threads.</summary>
    public static MarkdownPipeline For(Dialect dialect) => dialect switch
    {
        Dialect.Obsidian => Obsidian,
        Dialect.Jekyll => Jekyll,
        _ => Common,
    };

    private static MarkdownPipeline Create(EmphasisExtraOptions emphasis, params IMarkdownExtension[] own)
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UsePipeTables()
            .UseFootnotes()
            .UseTaskLists()
            .UseDefinitionLists()
            .UseEmphasisExtras(emphasis)
            .UseMathematics();
        builder.InlineParsers.Insert(0, new AddressParser());
        builder.Extensions.AddIfNotAlready<WikiLinkExtension>();
        builder.Extensions.AddIfNotAlready<BlockExtension>();
        foreach (var extension in own)
            builder.Extensions.Add(extension);
        builder.Extensions.AddIfNotAlready<SafetyExtension>();
        return builder.Build();
    }
}
