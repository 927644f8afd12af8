namespace ContentApi.Parsing.Body.Templates;

/// <summary>Says which template languages a body is read with: those of its tool alone, because to any other they are text.</summary>
internal static class TemplateSyntaxes
{
    /// <param name="dialect">The tool.</param>
    /// <param name="format">What the body is written in.</param>
    public static TemplateSyntax Of(Dialect dialect, BodyFormat format)
    {
        if (format == BodyFormat.Mdx)
            return TemplateSyntax.Mdx;
        return dialect switch
        {
            Dialect.Hugo => TemplateSyntax.Shortcodes,
            Dialect.Jekyll => TemplateSyntax.Tags | TemplateSyntax.Expressions,
            Dialect.Hexo or Dialect.Zola or Dialect.Eleventy => TemplateSyntax.Tags | TemplateSyntax.Expressions | TemplateSyntax.Comments,
            Dialect.Generic => TemplateSyntax.Shortcodes | TemplateSyntax.Tags | TemplateSyntax.Expressions,

            // It compiles .md files as MDX too.
            Dialect.Docusaurus when format == BodyFormat.Markdown => TemplateSyntax.Mdx,
            Dialect.Obsidian => TemplateSyntax.NoteComments,
            _ => TemplateSyntax.None,
        };
    }
}
