namespace ContentApi.Parsing.Body;

/// <summary>Ends the rendering of a hostile text; never leaves <see cref="MarkdownRenderer"/>.</summary>
internal sealed class MarkdownLimitException(string message) : Exception(message);
