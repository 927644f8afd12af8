namespace ContentApi.Parsing;

/// <summary>One heading.</summary>
/// <param name="Id">The <c>id</c> attribute of the heading in the HTML.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Level">1 to 6.</param>
public sealed record TocEntry(string Id, string Text, int Level);
