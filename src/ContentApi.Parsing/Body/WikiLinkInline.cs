using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>A link to a note by its name, or the note itself put in.</summary>
/// <param name="target">Name, with a heading behind <c>#</c>.</param>
/// <param name="label">Text of the link; empty when the name has to do.</param>
internal sealed class WikiLinkInline(string target, string label) : LeafInline
{
    /// <summary>Without fragment; empty for a heading of the same note.</summary>
    public string Name { get; } = target.IndexOf('#') is >= 0 and var end ? target[..end].Trim() : target.Trim();

    /// <summary>What is shown.</summary>
    public string Text { get; } = label.Length > 0 ? label : target.TrimStart('#').Replace("#", " > ");

    /// <summary>With <c>#</c>; empty when there is no heading and no block.</summary>
    public string Fragment { get; } = target.IndexOf('#') is >= 0 and var start ? NoteFragment.Of(target[(start + 1)..]) : "";
}
