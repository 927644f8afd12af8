using System.Buffers.Text;
using System.Text;

namespace ContentApi.Server.Documents;

/// <summary>
/// What an address below <c>/graphql/persisted/</c> asks for that a file can have too: <c>id/operation.json</c>, or <c>id/operation/variables.json</c> with the
/// variables in base64url. The id may have several parts, and so may the variables, since names of files end at 255 bytes.
/// </summary>
/// <param name="DocumentId">Id of the trusted document.</param>
/// <param name="OperationName">Which operation of it.</param>
/// <param name="Variables">The variables in base64url, as they came; null when there are none.</param>
internal sealed record FrozenAddress(string DocumentId, string OperationName, string? Variables)
{
    /// <summary>What such addresses end with: by it a host of files knows the media type.</summary>
    public const string Extension = ".json";

    /// <summary>Characters of the variables in one part of the path.</summary>
    public const int LongestPart = 200;

    /// <summary>Gives an address.</summary>
    /// <param name="documentId">Id of the trusted document.</param>
    /// <param name="operation">Name of the operation.</param>
    /// <param name="variables">JSON of the variables as <see cref="EcmaJson"/> writes it; null for none.</param>
    public static string Of(string documentId, string operation, string? variables)
    {
        var address = new StringBuilder(documentId).Append('/').Append(operation);
        var text = variables is null ? "" : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(variables));
        for (var start = 0; start < text.Length; start += LongestPart)
        {
            address.Append('/').Append(text, start, Math.Min(LongestPart, text.Length - start));
        }

        return address.Append(Extension).ToString();
    }

    /// <summary>Reads an address: where it can be cut in several ways, so that a document is found, that has the operation, and its id is the longest.</summary>
    /// <param name="path">What follows <c>/graphql/persisted/</c>.</param>
    /// <param name="documents">The documents that there are.</param>
    /// <returns>Null when it is no such address.</returns>
    public static FrozenAddress? Read(string path, TrustedDocuments documents)
    {
        if (!path.EndsWith(Extension, StringComparison.Ordinal) || path[..^Extension.Length].Split('/') is not { Length: > 1 } parts)
            return null;

        // However many parts an address has, no more ids are looked for than there can be.
        int? known = null;
        for (var length = Math.Min(parts.Length - 1, documents.MostParts); length > 0; length--)
        {
            if (documents.Find(string.Join('/', parts[..length])) is not { } document)
                continue;
            if (document.HasOperation(parts[length]))
                return Cut(parts, length);
            known ??= length;
        }

        return Cut(parts, known ?? parts.Length - 1);
    }

    private static FrozenAddress Cut(string[] parts, int length) => new(
        string.Join('/', parts[..length]), parts[length], length + 1 < parts.Length ? string.Concat(parts[(length + 1)..]) : null);
}
