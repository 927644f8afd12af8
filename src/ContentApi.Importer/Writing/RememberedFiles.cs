using ContentApi.Data.Rows;
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

    public required Guid SourceId { get; init; }

    /// <summary>As of <see cref="SourceRow.ImageFilesHash"/>.</summary>
    public required string ImageFilesHash { get; init; }

    /// <summary>Articles whose files could not be read, or gave no article any more, or changed whenever they were read.</summary>
    public required IReadOnlyCollection<Guid> UnreadArticles { get; init; }

    /// <summary>Articles that stay without a file.</summary>
    public required IReadOnlyCollection<Guid> GoneArticles { get; init; }

    /// <summary>Articles whose files were opened and have not changed, with what they are told by from now on.</summary>
    public required IReadOnlyCollection<(Guid Id, Guid Stamp)> ArticleStamps { get; init; }

    /// <summary>Likewise of pictures.</summary>
    public required IReadOnlyCollection<(Guid Id, Guid Stamp)> ImageStamps { get; init; }

    /// <summary>Writes it, in the transaction of the import and after its articles.</summary>
    public async Task WriteAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await connection.ExecuteAsync("update source set image_files_hash = $2 where id = $1 and image_files_hash is distinct from $2", ct, SourceId, ImageFilesHash);
        await MarkAsync(connection, UnreadArticles, Unread, ct);
        await MarkAsync(connection, GoneArticles, Gone, ct);
        await StampAsync(connection, "article", ArticleStamps, ct);
        await StampAsync(connection, "image", ImageStamps, ct);
    }

    private static async Task MarkAsync(NpgsqlConnection connection, IReadOnlyCollection<Guid> articles, int mark, CancellationToken ct)
    {
        if (articles.Count > 0)
            await connection.ExecuteAsync("update article set parser_version = $2 where id = any($1) and parser_version <> $2", ct, articles.ToArray(), mark);
    }

    private static async Task StampAsync(NpgsqlConnection connection, string table, IReadOnlyCollection<(Guid Id, Guid Stamp)> stamps, CancellationToken ct)
    {
        if (stamps.Count == 0)
            return;
        await connection.ExecuteAsync(
            $"update {table} t set file_stamp = n.stamp from unnest($1::uuid[], $2::uuid[]) as n(id, stamp) where t.id = n.id and t.file_stamp is distinct from n.stamp",
            ct,
            stamps.Select(x => x.Id).ToArray(),
            stamps.Select(x => x.Stamp).ToArray());
    }
}
