namespace ContentApi.Parsing.Body.Templates;

/// <summary>What stands for a tag in the served HTML.</summary>
internal enum TemplateTagKind
{
    /// <summary>Its source text, marked as code of a template; no text of the article.</summary>
    Inert,

    /// <summary>Its source text as text of the article: an escaped tag, a literal, a formula.</summary>
    Literal,

    /// <summary>A block of code.</summary>
    CodeBlock,

    /// <summary>Code in a line.</summary>
    Code,

    /// <summary>The address of another file of the source.</summary>
    Link,

    /// <summary>The title of another file of the source; its source text, a name, where that is not known.</summary>
    LinkTitle,
}
