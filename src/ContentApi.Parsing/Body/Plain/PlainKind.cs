namespace ContentApi.Parsing.Body.Plain;

/// <summary>Where an element may stand so that an HTML parser leaves it there (HTML standard, 13.2.6.4).</summary>
internal enum PlainKind
{
    /// <summary>In any text.</summary>
    Inline,

    /// <summary>In any text, but not within another link.</summary>
    Link,

    /// <summary>Ends an open paragraph.</summary>
    Block,

    /// <summary>Ends an open paragraph, and a heading that it stands in directly.</summary>
    Heading,

    /// <summary>Within <c>ul</c> and <c>ol</c>; elsewhere it may end another.</summary>
    ListItem,

    /// <summary>Within <c>dl</c>; elsewhere it may end another.</summary>
    Definition,

    /// <summary>Within <c>ruby</c>; elsewhere it may end another.</summary>
    RubyText,

    /// <summary>Ends an open paragraph, and holds parts of tables alone.</summary>
    Table,

    /// <summary>Within a table.</summary>
    Caption,

    /// <summary>Within a table.</summary>
    ColumnGroup,

    /// <summary>Within a group of columns.</summary>
    Column,

    /// <summary>Head, body or foot within a table.</summary>
    Section,

    /// <summary>Within a section.</summary>
    Row,

    /// <summary>Within a row.</summary>
    Cell,
}
