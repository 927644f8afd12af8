using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>A link to a note by its name, or the note itself put in.</summary>
/// <param name="target">Name, with a heading behind <c>#</c>.</param>
/// <param name="label">Text of the link; empty when the name has to do.</param>
internal sealed class WikiLinkInline(string target, string label) : LeafInline
{
    /// <summary>Tells the id of a block from that of a heading.</summary>
    public const string BlockMark = "^";

    /// <summary>Without fragment; empty for a heading of the same note.</summary>
    public string Name { get; } = target.IndexOf('#') is >= 0 and var end ? target[..end].Trim() : target.Trim();

    /// <summary>The heading, or block, behind <c>#</c>; empty when there is none.</summary>
    public string Heading { get; } = target.IndexOf('#') is >= 0 and var start ? target[(target.LastIndexOf('#') is var last && last > start ? last + 1 : start + 1)..].Trim() : "";

    /// <summary>What is shown.</summary>
    public string Text { get; } = label.Length > 0 ? label : target.TrimStart('#').Replace("#", " > ");

    /// <summary>With <c>#</c>; empty when there is no heading and no block.</summary>
    public string Fragment => Heading.Length == 0 ? "" : Heading.StartsWith(BlockMark, StringComparison.Ordinal) ? $"#{Heading}" : $"#{Slug.From(Heading)}";
}
