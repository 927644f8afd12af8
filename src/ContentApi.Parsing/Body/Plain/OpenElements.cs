namespace ContentApi.Parsing.Body.Plain;

/// <summary>
/// The elements that are open at a place of scanned HTML. Lets pass what leaves the tree as the tags are written: each end
/// tag ends the innermost element, and no start tag ends or moves another element (HTML standard, 13.2.6.4).
/// </summary>
internal sealed class OpenElements
{
    // The filter lets fewer pass but for those that end by themselves.
    private const int MaxDepth = 120;

    private readonly List<Level> _levels = new(16);

    public bool IsEmpty => _levels.Count == 0;

    /// <summary>False within a table outside of its cells, from where a parser moves text to before the table.</summary>
    public bool TakesText => _levels is not [.., { Tag.Kind: PlainKind.Table or PlainKind.ColumnGroup or PlainKind.Section or PlainKind.Row }];

    private bool HasParagraph => _levels is [.., { HasParagraph: true }];

    /// <summary>Opens an element; false when its start tag may not stand here.</summary>
    /// <param name="tag">Its kind.</param>
    /// <param name="element">Its attributes; null when it has none.</param>
    /// <param name="hasImpliedBody">True when a parser puts a <c>tbody</c> around it.</param>
    public bool TryOpen(PlainTag tag, PlainElement? element, out bool hasImpliedBody)
    {
        hasImpliedBody = false;
        if (!MayStand(tag))
            return false;
        if (tag.IsVoid)
            return true;
        if (_levels.Count >= MaxDepth)
            return false;
        if (tag.Kind == PlainKind.Row && _levels[^1].Tag.Kind == PlainKind.Table)
        {
            hasImpliedBody = true;
            Push(PlainTag.TableBody, null, isImplied: true);
        }

        Push(tag, element, isImplied: false);
        return true;
    }

    /// <summary>Closes the innermost element; false when the end tag is that of another.</summary>
    /// <param name="name">Of the end tag.</param>
    /// <param name="hasImpliedBody">True when a <c>tbody</c> without tags ends with it.</param>
    public bool TryClose(ReadOnlySpan<char> name, out bool hasImpliedBody)
    {
        hasImpliedBody = _levels is [.., { IsImplied: true }];
        if (hasImpliedBody)
            _levels.RemoveAt(_levels.Count - 1);
        if (_levels.Count == 0 || !name.SequenceEqual(_levels[^1].Tag.Name))
            return false;
        _levels.RemoveAt(_levels.Count - 1);
        return true;
    }

    /// <summary>The link around an element that is to be opened, as <see cref="IBodyElement.LinkAround"/>.</summary>
    public PlainElement? FindLink()
    {
        for (var i = _levels.Count - 1; i >= Math.Max(0, _levels.Count - ImagePass.MaxLinkDistance); i--)
        {
            if (_levels[i].Tag.Kind == PlainKind.Link)
                return _levels[i].Element;
        }

        return null;
    }

    private bool MayStand(PlainTag tag)
    {
        var parent = _levels.Count > 0 ? _levels[^1].Tag : null;
        return parent?.Kind switch
        {
            PlainKind.Table => tag.Kind is PlainKind.Caption or PlainKind.ColumnGroup or PlainKind.Section or PlainKind.Row,
            PlainKind.ColumnGroup => tag.Kind == PlainKind.Column,
            PlainKind.Section => tag.Kind == PlainKind.Row,
            PlainKind.Row => tag.Kind == PlainKind.Cell,
            _ => MayStandInText(tag, parent),
        };
    }

    private bool MayStandInText(PlainTag tag, PlainTag? parent) => tag.Kind switch
    {
        PlainKind.Inline => true,
        PlainKind.Link => _levels is not [.., { HasLink: true }],
        PlainKind.Block or PlainKind.Table => !HasParagraph,
        PlainKind.Heading => !HasParagraph && parent?.Kind != PlainKind.Heading,
        PlainKind.ListItem => parent?.Name is "ul" or "ol",
        PlainKind.Definition => parent?.Name is "dl",
        PlainKind.RubyText => parent?.Name is "ruby",
        _ => false,
    };

    private void Push(PlainTag tag, PlainElement? element, bool isImplied)
    {
        // A paragraph outside of a table's cell is not ended by what stands in it ("button scope", 13.2.4.2).
        var startsScope = tag.Kind is PlainKind.Table or PlainKind.Caption or PlainKind.Cell;
        _levels.Add(new Level(tag, element, isImplied)
        {
            HasParagraph = (HasParagraph && !startsScope) || tag.Name == "p",
            HasLink = _levels is [.., { HasLink: true }] || tag.Kind == PlainKind.Link,
        });
    }

    private readonly record struct Level(PlainTag Tag, PlainElement? Element, bool IsImplied)
    {
        /// <summary>True when an open <c>p</c> would be ended by a block.</summary>
        public bool HasParagraph { get; init; }

        public bool HasLink { get; init; }
    }
}
