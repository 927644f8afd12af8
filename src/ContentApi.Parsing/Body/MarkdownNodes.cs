using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Lists the nodes of a document, so that they can be changed while they are looked at.</summary>
internal static class MarkdownNodes
{
    /// <summary>All nodes in the order of the text, each before what it holds, but for plain text and emphasis, which are most of them and which nobody looks for.</summary>
    public static List<MarkdownObject> Of(MarkdownDocument document)
    {
        var nodes = new List<MarkdownObject>(64);
        var open = new Stack<Block>();
        Open(document, open);
        while (open.TryPop(out var block))
        {
            nodes.Add(block);
            if (block is ContainerBlock container)
                Open(container, open);
            else if (block is LeafBlock { Inline: { } inlines })
                Add(inlines, nodes);
        }

        return nodes;
    }

    private static void Open(ContainerBlock container, Stack<Block> open)
    {
        for (var i = container.Count - 1; i >= 0; i--)
            open.Push(container[i]);
    }

    private static void Add(ContainerInline root, List<MarkdownObject> nodes)
    {
        Inline? inline = root.FirstChild;
        while (inline is not null)
        {
            if (inline.GetType() != typeof(LiteralInline) && inline.GetType() != typeof(EmphasisInline))
                nodes.Add(inline);
            if (inline is ContainerInline { FirstChild: { } child })
            {
                inline = child;
                continue;
            }

            while (inline.NextSibling is null)
            {
                inline = inline.Parent!;
                if (inline == root)
                    return;
            }

            inline = inline.NextSibling;
        }
    }
}
