namespace ContentApi.Benchmarks.Importing;

/// <summary>One file.</summary>
/// <param name="Path">Below the folder of content.</param>
/// <param name="Text">Front matter and body.</param>
internal sealed record GeneratedArticle(string Path, string Text);
