using System.Collections.Concurrent;
using System.Globalization;
using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;

namespace ContentApi.Parsing.Body;

/// <summary>Writes documents of one pipeline as HTML, again and again: to set a renderer up, and to let it learn which node is whose, costs as much as a short text.</summary>
internal sealed class BodyRenderer : HtmlRenderer
{
    // Twice what a file may have. References repeat the address of their definition, so a text can ask for any length.
    private const int MaxHtml = 32 * 1024 * 1024;

    // Of the piece of memory that a text is written into first: enough for the usual one.
    private const int MaxStart = 8 * 1024;

    // Of those that are kept.
    private static readonly StringWriter Nothing = new(CultureInfo.InvariantCulture);

    private static readonly ConcurrentDictionary<MarkdownPipeline, ConcurrentBag<BodyRenderer>> Kept = [];

    private BodyRenderer(MarkdownPipeline pipeline)
        : base(Nothing) => pipeline.Setup(this);

    /// <exception cref="BodyLimitException">The HTML takes too much memory.</exception>
    public static string Render(MarkdownDocument document, MarkdownPipeline pipeline)
    {
        var kept = Kept.GetOrAdd(pipeline, _ => []);
        if (!kept.TryTake(out var renderer))
            renderer = new BodyRenderer(pipeline);
        renderer.Reset();   // refuses any writer but a StringWriter, such as the empty one
        using var writer = new BoundedWriter(MaxHtml, Math.Min(document.Span.Length * 3 / 2, MaxStart));
        renderer.Writer = writer;
        renderer.Render(document);
        var html = writer.ToString();
        renderer.Writer = Nothing;
        kept.Add(renderer);   // not one that failed, which may be anywhere in its work
        return html;
    }
}
