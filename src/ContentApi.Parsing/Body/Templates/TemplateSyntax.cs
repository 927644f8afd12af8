namespace ContentApi.Parsing.Body.Templates;

/// <summary>The languages of templates that a body may hold.</summary>
[Flags]
internal enum TemplateSyntax
{
    None = 0,

    /// <summary>Hugo: <c>{{&lt; x &gt;}}</c>, <c>{{% x %}}</c>.</summary>
    Shortcodes = 1,

    /// <summary>Liquid, Nunjucks, Tera: <c>{% x %}</c>.</summary>
    Tags = 2,

    /// <summary>Liquid, Nunjucks, Tera: <c>{{ x }}</c>.</summary>
    Expressions = 4,

    /// <summary>Nunjucks, Tera: <c>{# x #}</c>.</summary>
    Comments = 8,

    /// <summary>Expressions, components and module code of MDX.</summary>
    Mdx = 16,

    /// <summary>Obsidian's comments, <c>%%x%%</c>.</summary>
    NoteComments = 32,
}
