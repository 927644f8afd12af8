using ContentApi.GraphQL;

namespace ContentApi.Server.Documents;

/// <summary>Finds the document of a request: sent along, registered by a client, or trusted.</summary>
internal sealed class DocumentStore(ServerOptions options) : IDisposable
{
    private readonly TrustedDocuments _trusted = options.DocumentFolder is { } folder ? TrustedDocuments.Read(folder) : TrustedDocuments.None;
    private readonly PersistedQueries _persisted = new();

    /// <summary>Gives the document.</summary>
    /// <param name="request">The request.</param>
    /// <param name="refusal">The answer when there is none.</param>
    /// <returns>The document; null when the request is refused.</returns>
    public string? Find(IncomingRequest request, out GraphQLResponse? refusal)
    {
        (var document, refusal) = request switch
        {
            { DocumentId: { } id } => Or(_trusted.Find(id)?.Text, DocumentRefusals.DocumentNotFound),
            { PersistedHash: { } hash, Query: null } => Or(_persisted.Find(hash) ?? _trusted.Find(hash)?.Text, DocumentRefusals.PersistedQueryNotFound),
            { PersistedHash: { } hash, Query: { } query } => Or(hash == DocumentHash.Of(query) ? query : null, DocumentRefusals.PersistedQueryMismatch),
            _ => (request.Query, null),
        };
        if (document is not null && options.OnlyTrustedDocuments && request.DocumentId is null && !_trusted.Contains(document))
        {
            (document, refusal) = (null, DocumentRefusals.DocumentNotTrusted);
        }

        if (document is not null && request is { PersistedHash: { } registered, Query: not null })
        {
            _persisted.Add(registered, document);
        }

        return document;
    }

    /// <summary>Reads an address that a frozen answer can have.</summary>
    /// <returns>Null when it has no such form.</returns>
    public FrozenAddress? ReadAddress(string path) => FrozenAddress.Read(path, _trusted);

    /// <inheritdoc/>
    public void Dispose() => _persisted.Dispose();

    private static (string? Document, GraphQLResponse? Refusal) Or(string? document, GraphQLResponse refusal) => (document, document is null ? refusal : null);
}
