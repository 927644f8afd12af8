using ContentApi.Data;
using ContentApi.Data.Rows;
using Npgsql;

namespace ContentApi.Server.Caching;

/// <summary>Reads how current the content is.</summary>
internal static class ContentStateReader
{
    private static readonly string VersionSql = BuildVersionSql();
    private static readonly string SnapshotSql = BuildSnapshotSql();

    /// <summary>Gives the version alone.</summary>
    public static async Task<long> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(VersionSql, connection);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Gives the version with the instants around now, all of one moment.</summary>
    public static async Task<ContentSnapshot> ReadSnapshotAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SnapshotSql, connection) { Parameters = { new NpgsqlParameter<DateTimeOffset> { TypedValue = now } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ContentSnapshot(
            reader.GetInt64(0),
            await reader.IsDBNullAsync(1, cancellationToken) ? DateTimeOffset.MinValue : await reader.GetFieldValueAsync<DateTimeOffset>(1, cancellationToken),
            await reader.IsDBNullAsync(2, cancellationToken) ? null : await reader.GetFieldValueAsync<DateTimeOffset>(2, cancellationToken));
    }

    private static string BuildVersionSql() => $"select {TableMap.Of<ContentStateRow>().Column(x => x.Version)} from {TableMap.Of<ContentStateRow>().Name}";

    // Each of these reads one entry of an index.
    private static string BuildSnapshotSql()
    {
        var article = TableMap.Of<ArticleRow>();
        var (kind, draft) = (article.Column(x => x.Kind), article.Column(x => x.Draft));
        var (published, expires) = (article.Column(x => x.PublishedSort), article.Column(x => x.ExpiresSort));
        string Instant(string function, string column, string comparison, string rest) =>
            $"(select {function}({column}) from {article.Name} where not {draft} and {column} {comparison} $1 and {rest})";
        string Instants(string function, string comparison) => string.Join(", ",
            Instant(function, published, comparison, $"{kind} = 'ARTICLE' and {published} > '-infinity'"),
            Instant(function, published, comparison, $"{kind} <> 'ARTICLE' and {published} > '-infinity'"),
            Instant(function, expires, comparison, $"{expires} < 'infinity'"));
        return $"select ({VersionSql}), greatest({Instants("max", "<=")}), least({Instants("min", ">")})";
    }
}
