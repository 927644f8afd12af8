using ContentApi.TestSupport;

namespace ContentApi.Samples.Tests;

/// <summary>A file of <c>schema/operations</c>.</summary>
/// <param name="name">Its name without the extension.</param>
internal sealed class SampleQuery(string name)
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "schema", "operations");

    /// <summary>Names of all files.</summary>
    public static TheoryData<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    /// <summary>The document.</summary>
    public string Text { get; } = File.ReadAllText(Path.Combine(Folder, $"{name}.graphql"));

    /// <summary>True for those that show what only editors see.</summary>
    public bool IsForEditors => name is "preview-drafts" or "last-import";

    /// <summary>The name that the operation should have: that of the file in the case of types.</summary>
    public string OperationName { get; } = string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
