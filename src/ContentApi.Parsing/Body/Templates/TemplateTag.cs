namespace ContentApi.Parsing.Body.Templates;

/// <summary>A piece of template code that stands in a body as a placeholder while the body is rendered.</summary>
/// <param name="Kind">What becomes of it.</param>
/// <param name="Source">As written; the code itself for code. What is shown as text.</param>
internal sealed record TemplateTag(TemplateTagKind Kind, string Source)
{
    /// <summary>
    /// What stands in attributes: the value of the tag where it is known, else the tag as written, with the opening brace or
    /// backslash that makes a relative address of it. Code without its tag would be an address of its own there.
    /// </summary>
    public string Written { get; init; } = Source;

    /// <summary>Offset in the body as written.</summary>
    public int Offset { get; init; }

    /// <summary>Language of code; empty when none is named.</summary>
    public string Language { get; init; } = "";

    /// <summary>What is said of code beside its language, as <see cref="CodeInfo.Attribute"/> has it; empty when nothing is.</summary>
    public string Info { get; init; } = "";

    /// <summary>How a link is written.</summary>
    public LinkSyntax Syntax { get; init; }

    /// <summary>What a link leads to, without fragment.</summary>
    public string Address { get; init; } = "";

    /// <summary>With <c>#</c>; empty when there is none.</summary>
    public string Fragment { get; init; } = "";
}
