using Markdig.Extensions.Abbreviations;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Takes the lists of attributes out of a document and gives them to the elements that they are about.</summary>
internal sealed class AttributeListPass
{
    private readonly List<AttributeListInline> _inlines = [];
    private readonly List<AttributeListBlock> _blocks = [];

    public void Add(AttributeListInline list) => _inlines.Add(list);

    public void Add(AttributeListBlock list) => _blocks.Add(list);

    /// <summary>Applies all lists; nothing else may look for them afterwards.</summary>
    public void Run()
    {
        if (_inlines.Count + _blocks.Count == 0)
            return;
        var definitions = new Dictionary<string, AttributeList>();
        foreach (var block in _blocks.Where(block => block.Name is not null))
            definitions[block.Name!] = block.List;
        foreach (var list in _inlines)
        {
            if (TargetOf(list) is { } element)
                list.List.ApplyTo(element, definitions);
            if (list is { PreviousSibling: null, NextSibling: LiteralInline text })
                text.Content.TrimStart();
            list.Remove();
        }

        // Blocks are taken out of each container at once.
        foreach (var container in _blocks.GroupBy(block => block.Parent!))
            Run(container.Key, definitions);
    }

    // Text has no attributes. At the start of an item they are the item's.
    private static MarkdownObject? TargetOf(AttributeListInline list) => list.PreviousSibling switch
    {
        null when list.Parent is { ParentBlock: ParagraphBlock { Parent: ListItemBlock item } paragraph } && item[0] == paragraph => item,
        null or LiteralInline or AbbreviationInline or LineBreakInline => null,
        var element => element,
    };

    private static void Run(ContainerBlock container, Dictionary<string, AttributeList> definitions)
    {
        var blocks = container.ToArray();
        container.Clear();
        var pending = new List<AttributeList>();
        foreach (var block in blocks)
        {
            if (block is not AttributeListBlock list)
            {
                container.Add(block);
                pending.ForEach(above => above.ApplyTo(block, definitions));
                pending.Clear();
            }
            else if (list.Name is null && list.List.Names("toc") && container.LastChild is ListBlock && !list.IsBelowBlank)
            {
                // The list above stands for a table of contents.
                container.RemoveAt(container.Count - 1);
            }
            else if (list.Name is null && (list.IsBelowBlank || pending.Count > 0))
            {
                pending.Add(list.List);
            }
            else if (list.Name is null && container.LastChild is { } last)
            {
                list.List.ApplyTo(last, definitions);
            }
        }
    }
}
