using Markdig.Extensions.Footnotes;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>Reads what Obsidian's notes have within their text: sizes of pictures, ids of blocks, footnotes within a line.</summary>
internal sealed class NotePass
{
    private const int MaxIdLength = 100;

    private readonly MarkdownDocument _document;
    private readonly FootnoteParser _parser = new();
    private readonly List<Footnote> _footnotes = [];
    private readonly HashSet<Footnote> _known = [];
    private readonly Dictionary<ParagraphBlock, string> _idsAlone = [];
    private bool _hasInlineFootnotes;
    private int _links;

    private NotePass(MarkdownDocument document) => _document = document;

    public static void Run(MarkdownDocument document)
    {
        var pass = new NotePass(document);
        foreach (var node in MarkdownNodes.Of(document))
            pass.Read(node);
        foreach (var container in pass._idsAlone.Keys.GroupBy(paragraph => paragraph.Parent!))
            pass.MoveIds(container.Key);
        if (pass._hasInlineFootnotes)
            pass.OrderFootnotes();
    }

    private void Read(MarkdownObject node)
    {
        switch (node)
        {
            case LinkInline { IsImage: true } image when InlineText.Of(image) is var label && label.Contains('|'):
                var alt = PictureSize.TakeFrom(image, label);
                image.Clear();
                image.AppendChild(new LiteralInline(alt));
                break;
            case ParagraphBlock { Inline.LastChild: LiteralInline last } paragraph:
                TakeId(paragraph, last);
                break;
            case FootnoteLink { IsBackLink: false } link:
                Number(link);
                break;
            case InlineFootnote footnote:
                Move(footnote);
                break;
        }
    }

    // "Text ^id", at the end of a paragraph or an item; or on a line of its own for the block above.
    private void TakeId(ParagraphBlock paragraph, LiteralInline last)
    {
        var text = last.Content.ToString().TrimEnd();
        var caret = text.LastIndexOf('^');
        var id = text[(caret + 1)..];
        if (caret < 0 || id.Length is 0 or > MaxIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return;
        if (caret > 0 ? !char.IsWhiteSpace(text[caret - 1]) : last.PreviousSibling is not (null or LineBreakInline))
            return;
        if (caret == 0 && last.PreviousSibling is null)
        {
            _idsAlone.Add(paragraph, id);
            return;
        }

        if (caret == 0)
            last.PreviousSibling!.Remove();
        last.Content = new StringSlice(text[..caret].TrimEnd());
        SetId(paragraph.Parent is ListItemBlock item && item[0] == paragraph ? item : paragraph, id);
    }

    private void MoveIds(ContainerBlock container)
    {
        var blocks = container.ToArray();
        container.Clear();
        foreach (var block in blocks)
        {
            if (block is not ParagraphBlock paragraph || !_idsAlone.TryGetValue(paragraph, out var id))
                container.Add(block);
            else if (container.LastChild is { } above)
                SetId(above, id);
        }
    }

    // With its mark, so that no heading has the same.
    private static void SetId(Block block, string id) => block.GetAttributes().Id = NoteFragment.BlockMark + id;

    private void Number(FootnoteLink link)
    {
        link.Index = ++_links;
        if (!_known.Add(link.Footnote))
            return;
        _footnotes.Add(link.Footnote);
        link.Footnote.Order = _footnotes.Count;
    }

    private void Move(InlineFootnote inline)
    {
        _hasInlineFootnotes = true;
        var footnote = new Footnote(_parser);
        var paragraph = new ParagraphBlock { Inline = new ContainerInline() };
        while (inline.FirstChild is { } child)
        {
            child.Remove();
            paragraph.Inline.AppendChild(child);
        }

        footnote.Add(paragraph);
        var link = new FootnoteLink(footnote);
        footnote.Links.Add(link);
        paragraph.Inline.AppendChild(new FootnoteLink(footnote) { IsBackLink = true });
        inline.ReplaceBy(link, copyChildren: false);
        Number(link);
    }

    // By their first notes, whatever their kind; the arrows back follow.
    private void OrderFootnotes()
    {
        if (_document.LastChild is not FootnoteGroup group)
            _document.Add(group = new FootnoteGroup(_parser));
        group.Clear();
        foreach (var footnote in _footnotes)
        {
            group.Add(footnote);
            var arrows = ((ParagraphBlock)footnote.LastChild!).Inline!.OfType<FootnoteLink>().Where(link => link.IsBackLink);
            foreach (var (arrow, link) in arrows.Zip(footnote.Links))
                arrow.Index = link.Index;
        }
    }
}
