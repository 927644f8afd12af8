using Markdig.Syntax.Inlines;

namespace ContentApi.Parsing.Body;

/// <summary>A footnote that is written where it is noted: <c>^[text]</c>. <see cref="NotePass"/> puts it to the others.</summary>
internal sealed class InlineFootnote : ContainerInline;
