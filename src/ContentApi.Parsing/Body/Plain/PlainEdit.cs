namespace ContentApi.Parsing.Body.Plain;

/// <summary>What to write in place of a piece of scanned HTML.</summary>
/// <param name="Start">Offset of the piece.</param>
/// <param name="End">Offset after it.</param>
/// <param name="Text">What to write, before the element if there is one.</param>
/// <param name="Element">The start tag to write; null for text alone.</param>
internal readonly record struct PlainEdit(int Start, int End, string Text, PlainElement? Element = null);
