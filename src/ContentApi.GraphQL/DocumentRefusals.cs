using ContentApi.GraphQL.Errors;

namespace ContentApi.GraphQL;

/// <summary>Answers to requests whose document is not there or not allowed.</summary>
public static class DocumentRefusals
{
    /// <summary>No document of this hash was registered; the client sends it along and all is well. Message and code are those that clients of Apollo look for.</summary>
    public static GraphQLResponse PersistedQueryNotFound { get; } = Write(ErrorCode.PersistedQueryNotFound, "PersistedQueryNotFound");

    /// <summary>The document is another one than its hash says.</summary>
    public static GraphQLResponse PersistedQueryMismatch { get; } =
        Write(ErrorCode.PersistedQueryMismatch, "'extensions.persistedQuery.sha256Hash' is not the SHA-256 of 'query' in UTF-8.");

    /// <summary>No trusted document has this id.</summary>
    public static GraphQLResponse DocumentNotFound { get; } =
        Write(ErrorCode.DocumentNotFound, "No document has this id. Ids are 'sha256:' and the hash of a file in the folder of trusted documents, or the name of the file.");

    /// <summary>Only trusted documents are answered, and this is none.</summary>
    public static GraphQLResponse DocumentNotTrusted { get; } =
        Write(ErrorCode.DocumentNotTrusted, "This server answers only the documents that it was started with. Send the 'documentId' of one.");

    private static GraphQLResponse Write(string code, string message) => ErrorWriter.Write(string.Empty, [new DocumentError(code, message)]);
}
