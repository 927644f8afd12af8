namespace ContentApi.Parsing;

/// <summary>The language a body is written in.</summary>
public enum BodyFormat
{
    /// <summary>CommonMark with the extensions of GitHub.</summary>
    Markdown,

    /// <summary>An HTML fragment.</summary>
    Html,

    /// <summary>Markdown with components; they are kept inert.</summary>
    Mdx,
}
