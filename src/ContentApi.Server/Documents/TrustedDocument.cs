using ContentApi.GraphQL;

namespace ContentApi.Server.Documents;

/// <summary>A document of the folder that the operator names.</summary>
/// <param name="name">Path of its file in the folder, with <c>/</c> between the parts and without <c>.graphql</c>.</param>
/// <param name="text">The document.</param>
internal sealed class TrustedDocument(string name, string text)
{
    private readonly Lazy<IReadOnlyList<string>> _operations = new(() => ReadNames(text));

    /// <summary>Path of its file in the folder, with <c>/</c> between the parts and without <c>.graphql</c>.</summary>
    public string Name => name;

    /// <summary>The document.</summary>
    public string Text => text;

    /// <summary>SHA-256 of the document, in lower-case hexadecimal digits.</summary>
    public string Hash { get; } = DocumentHash.Of(text);

    /// <summary>True when it has an operation of this name.</summary>
    public bool HasOperation(string operation) => _operations.Value.Contains(operation);

    // What is wrong with it is told to those who ask for an answer.
    private static IReadOnlyList<string> ReadNames(string text)
    {
        try
        {
            return [.. OperationOutline.ReadAll(text).Select(operation => operation.Name).OfType<string>()];
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
