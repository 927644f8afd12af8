namespace ContentApi.Docs.Tests.Documents;

/// <summary>A fenced block of a document.</summary>
/// <param name="Language">The words after the fence, such as <c>sh</c> or <c>json variables</c>.</param>
/// <param name="Text">What stands between the fences.</param>
/// <param name="Line">Line of the opening fence, from 1.</param>
internal sealed record FencedBlock(string Language, string Text, int Line);
