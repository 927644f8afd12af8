namespace ContentApi.Parsing;

/// <summary>A link of a body, or a reference of the front matter, to another file of the source.</summary>
/// <param name="Syntax">How it is written.</param>
/// <param name="Address">The address or name, percent-decoded and without fragment; a language behind <c>?lang=</c>.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column.</param>
public sealed record ParsedLink(LinkSyntax Syntax, string Address, int Line, int Column)
{
    /// <summary>Name of the custom field that holds the reference; null for a link of the body.</summary>
    public string? Field { get; init; }
}
