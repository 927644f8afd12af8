using Markdig.Renderers.Html;
using ContentApi.TestSupport;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ContentApi.Docs.Tests.Documents;

/// <summary>A Markdown file of the repository.</summary>
internal sealed class Document
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(Markdig.Extensions.AutoIdentifiers.AutoIdentifierOptions.GitHub).Build();

    private readonly MarkdownDocument _syntax;

    public Document(string name)
    {
        Name = name;
        Path = System.IO.Path.Combine(RepositoryFiles.Root, name);
        _syntax = Markdown.Parse(File.ReadAllText(Path), Pipeline);
        Blocks = [.. _syntax.Descendants<FencedCodeBlock>().Select(block => new FencedBlock($"{block.Info} {block.Arguments}".Trim(), block.Lines.ToString(), block.Line + 1))];
    }

    /// <summary>The documents that are written for readers of the repository, by their paths below its root.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. new[] { ".", "docs", "schema" }.SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryFiles.Root, folder), "*.md"))
            .Select(path => System.IO.Path.GetRelativePath(RepositoryFiles.Root, path))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Path below the repository's root.</summary>
    public string Name { get; }

    public string Path { get; }

    public IReadOnlyList<FencedBlock> Blocks { get; }

    /// <summary>The targets of links and pictures, with their lines.</summary>
    public IEnumerable<(string Target, int Line)> Links => _syntax.Descendants<LinkInline>().Select(link => (link.Url ?? "", link.Line + 1));

    /// <summary>The names by which headings can be linked to.</summary>
    public IReadOnlySet<string> Anchors => _syntax.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id).OfType<string>().ToHashSet();
}
