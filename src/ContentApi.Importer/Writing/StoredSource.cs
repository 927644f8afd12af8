using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Parsing;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>What the database holds of a source. What there may be much of is read when it is needed, and not kept.</summary>
internal sealed class StoredSource
{
    // Absolute addresses never mean a file. Of a picture that an article spells in several ways only the first is kept, and of one that is
    // only linked to none: a file that comes where another spelling would mean it is noticed when the article is read again.
    private const string ImageUseSql = """
        select a.id, a.file_path, e.address, i.id, i.file_path
        from (
          select article_id, image_id, source_url as address from article_image
          union all select article_id, avatar_id, avatar_url from article_author where avatar_id is not null
        ) e join article a on a.id = e.article_id join image i on i.id = e.image_id
        where a.source_id = $1
          and not starts_with(e.address, 'https://') and not starts_with(e.address, 'http://') and not starts_with(e.address, '//')
        """;

    private static readonly string ComparedSql =
        $"select id, message from diagnostic where source_id = $1 and code in ({string.Join(", ", DiagnosticMapper.Compared.Select(x => $"'{x}'"))})";

    private readonly NpgsqlConnection _connection;
    private readonly Guid _id;

    private StoredSource(NpgsqlConnection connection, Guid id)
    {
        _connection = connection;
        _id = id;
    }

    /// <summary>Null before the first import.</summary>
    public SourceRow? Row { get; private init; }

    /// <summary>Another name under which the same folder is stored; null when there is none.</summary>
    public string? OtherName { get; private init; }

    public static async Task<StoredSource> ReadAsync(NpgsqlConnection connection, ImportSettings settings, CancellationToken ct)
    {
        const string OtherNameSql = "select name from source where id <> $1 and address = $2 order by id limit 1";
        return new StoredSource(connection, settings.SourceId)
        {
            Row = await ReadRowAsync(connection, settings.SourceId, ct),
            OtherName = (await connection.ListAsync(OtherNameSql, row => row.GetString(0), ct, settings.SourceId, settings.ToRow().Address)).SingleOrDefault(),
        };
    }

    /// <summary>The row of a source; null when there is none.</summary>
    public static async Task<SourceRow?> ReadRowAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        const string Sql = "select id, name, root, address, dialect, options_hash, image_files_hash, time_zone, default_locale, title, url, fields from source where id = $1";
        return (await connection.ListAsync(Sql, ReadRow, ct, id)).SingleOrDefault();
    }

    /// <summary>Every file that has given an article, in no order: its stamp, and the version of the parser that has read it, or a mark of <see cref="RememberedFiles"/>.</summary>
    public IAsyncEnumerable<(StoredFile File, Guid? Stamp, int ParserVersion)> ReadFilesAsync(CancellationToken ct) => _connection.QueryAsync(
        "select id, file_path, content_hash, file_stamp, parser_version from article where source_id = $1",
        row => (new StoredFile(row.GetGuid(0), row.GetString(1), row.GetString(2)), row.IsDBNull(3) ? (Guid?)null : row.GetGuid(3), row.GetInt32(4)),
        ct,
        _id);

    /// <summary>What articles use by addresses that may mean a file.</summary>
    public IAsyncEnumerable<StoredImageUse> ReadImageUsesAsync(CancellationToken ct) => _connection.QueryAsync(
        ImageUseSql, row => new StoredImageUse(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetGuid(3), row.GetText(4)), ct, _id);

    public IAsyncEnumerable<StoredImage> ReadImagesAsync(CancellationToken ct) => _connection.QueryAsync(
        "select file_path, source_url, file_stamp, content_hash, mime_type from image where source_id = $1 and file_path is not null",
        row => new StoredImage(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetGuid(2), row.GetText(3), row.GetText(4)),
        ct,
        _id);

    /// <summary>All links to other files.</summary>
    public IAsyncEnumerable<StoredLink> ReadLinksAsync(CancellationToken ct) => _connection.QueryAsync(
        """
        select a.id, a.file_path, l.syntax, l.address, l.target_file_path, l.target_path
        from article_link l join article a on a.id = l.article_id
        where a.source_id = $1
        """,
        row => new StoredLink(row.GetGuid(0), row.GetString(1), Enum.Parse<LinkSyntax>(row.GetString(2), ignoreCase: true), row.GetString(3), row.GetText(4), row.GetText(5)),
        ct,
        _id);

    /// <summary>Those of the ids that articles have, also those of other sources.</summary>
    public Task<List<Guid>> FindTakenAsync(Guid[] ids, CancellationToken ct) =>
        _connection.ListAsync("select id from article where id = any($1)", row => row.GetGuid(0), ct, ids);

    /// <summary>Site paths of articles.</summary>
    public async Task<Dictionary<Guid, string>> ReadPathsAsync(IEnumerable<Guid> articles, CancellationToken ct) =>
        (await _connection.ListAsync("select id, path from article where id = any($1)", row => (Id: row.GetGuid(0), Path: row.GetString(1)), ct, articles.ToArray()))
        .ToDictionary(x => x.Id, x => x.Path);

    /// <summary>Messages of the findings that come of comparing files, by their keys.</summary>
    public async Task<Dictionary<Guid, string>> ReadComparedAsync(CancellationToken ct) =>
        (await _connection.ListAsync(ComparedSql, row => (Id: row.GetGuid(0), Message: row.GetString(1)), ct, _id)).ToDictionary(x => x.Id, x => x.Message);

    /// <summary>Paths of which there are findings.</summary>
    public Task<List<string>> ReadDiagnosedPathsAsync(CancellationToken ct) =>
        _connection.ListAsync("select distinct path from diagnostic where source_id = $1", row => row.GetString(0), ct, _id);

    private static SourceRow ReadRow(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Name = row.GetString(1),
        Root = row.GetString(2),
        Address = row.GetString(3),
        Dialect = row.GetString(4),
        OptionsHash = row.GetString(5),
        ImageFilesHash = row.GetText(6),
        TimeZone = row.GetString(7),
        DefaultLocale = row.GetString(8),
        Title = row.GetText(9),
        Url = row.GetText(10),
        Fields = row.GetText(11),
    };
}
