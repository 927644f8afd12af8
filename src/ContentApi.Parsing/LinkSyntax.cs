namespace ContentApi.Parsing;

/// <summary>How a link to another file of the source is written, which decides where that file is looked for.</summary>
public enum LinkSyntax
{
    /// <summary>Path of a file, <c>../a.md</c>: relative to the file itself, or from the content root.</summary>
    File,

    /// <summary>Name of a note, <c>[[Note]]</c>.</summary>
    Wiki,

    /// <summary>Hugo's <c>ref</c> and <c>relref</c>: a path from the content root, relative, or the name of a page alone.</summary>
    HugoRef,

    /// <summary>Jekyll's <c>link</c>: a path from the root of the site.</summary>
    JekyllLink,

    /// <summary>Jekyll's <c>post_url</c> and Hexo's <c>post_link</c> and <c>post_path</c>: the name of a post's file.</summary>
    Post,

    /// <summary>Zola's <c>@/a.md</c>: a path from the content root.</summary>
    ZolaInternal,

    /// <summary>A value of the front matter: any of the paths above, or without an extension the name of a file.</summary>
    Reference,
}
