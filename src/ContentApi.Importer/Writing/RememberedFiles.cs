using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>
/// What an import leaves for the next one to know about the files of articles that stay. It is no content: no version tells of it,
/// and no server is told.
/// </summary>
internal sealed record RememberedFiles
{
    /// <summary>In the place of the parser's version, for an article that is not what its file gives: it is made again whatever the file looks like.</summary>
    public const int Unread = 0;

    /// <summary>Likewise, for an article whose file was not there.</summary>
    public const int Gone = -1;

    /// <summary>Articles whose files could not be read, or gave no article any more, or changed whenever they were read.</summary>
    public required IReadOnlyCollection<Guid> UnreadArticles { get; init; }

    /// <summary>Articles that stay without a file.</summary>
    public required IReadOnlyCollection<Guid> GoneArticles { get; init; }

    /// <summary>Writes it, in the transaction of the import and after its articles.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await MarkAsync(connection, UnreadArticles, Unread, ct);
        await MarkAsync(connection, GoneArticles, Gone, ct);
    }

    private static async Task MarkAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> articles, int mark, CancellationToken ct)
    {
        if (articles.Count > 0)
            await connection.ExecuteAsync("update article set parser_version = $2 where id = any($1) and parser_version <> $2", ct, articles.ToArray(), mark);
    }
}
