using ContentApi.Data.Rows;
using ContentApi.Importer.Mapping;
using ContentApi.Parsing;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>What the database holds of a source, but for its texts.</summary>
internal sealed record StoredSource
{
    /// <summary>Null before the first import.</summary>
    public required SourceRow? Row { get; init; }

    /// <summary>Another name under which the same content is stored; null when there is none.</summary>
    public required string? OtherName { get; init; }

    /// <summary>By file path.</summary>
    public required IReadOnlyDictionary<string, StoredArticle> Articles { get; init; }

    public required IReadOnlyList<StoredImageUse> ImageUses { get; init; }

    public required IReadOnlyList<StoredLink> Links { get; init; }

    public required IReadOnlyList<StoredImageFile> ImageFiles { get; init; }

    /// <summary>Messages of the findings that come of comparing files, by their keys.</summary>
    public required IReadOnlyDictionary<Guid, string> Compared { get; init; }

    /// <summary>Paths of which there are findings.</summary>
    public required IReadOnlyList<string> DiagnosedPaths { get; init; }

    public static async Task<StoredSource> ReadAsync(NpgsqlConnection connection, ImportSettings settings, CancellationToken ct) => new()
    {
        Row = (await ListAsync(connection, settings.SourceId, SourceSql, ReadSource, ct)).SingleOrDefault(),
        OtherName = (await ListAsync(connection, settings.SourceId, OtherNameSql, row => (Name: row.GetString(0), Address: row.GetString(1)), ct)).Find(x => x.Address == settings.Source.Address.Text).Name,
        Articles = (await ListAsync(connection, settings.SourceId, ArticleSql, ReadArticle, ct)).ToDictionary(x => x.FilePath),
        ImageUses = await ListAsync(connection, settings.SourceId, ImageUseSql, ReadImageUse, ct),
        Links = await ListAsync(connection, settings.SourceId, LinkSql, ReadLink, ct),
        ImageFiles = await ListAsync(connection, settings.SourceId, ImageFileSql, ReadImageFile, ct),
        Compared = (await ListAsync(connection, settings.SourceId, ComparedSql, row => (Id: row.GetGuid(0), Message: row.GetString(1)), ct)).ToDictionary(x => x.Id, x => x.Message),
        DiagnosedPaths = await ListAsync(connection, settings.SourceId, DiagnosedSql, row => row.GetString(0), ct),
    };

    private const string SourceSql =
        "select id, name, root, address, dialect, options_hash, image_files_hash, time_zone, default_locale, title, url from source where id = $1";

    private const string OtherNameSql = "select name, address from source where id <> $1 order by id";

    private const string ArticleSql = "select id, file_path, path, title, draft, published_at, expires_at, slug, locale, translation_key, content_hash, parser_version from article where source_id = $1";

    // Absolute addresses never mean a file.
    private const string ImageUseSql = """
        select a.id, a.file_path, e.address, i.id, i.file_path
        from (
          select article_id, image_id, source_url as address from article_image
          union all select article_id, avatar_id, avatar_url from article_author where avatar_id is not null
        ) e join article a on a.id = e.article_id join image i on i.id = e.image_id
        where a.source_id = $1
          and not starts_with(e.address, 'https://') and not starts_with(e.address, 'http://') and not starts_with(e.address, '//')
        """;

    private const string LinkSql = """
        select a.id, a.file_path, l.syntax, l.address, l.target_file_path, l.target_path
        from article_link l join article a on a.id = l.article_id
        where a.source_id = $1
        """;

    private const string ImageFileSql =
        "select id, file_path, source_url, content_hash, mime_type from image where source_id = $1 and file_path is not null";

    private static readonly string ComparedSql =
        $"select id, message from diagnostic where source_id = $1 and code in ({string.Join(", ", DiagnosticMapper.Compared.Select(x => $"'{x}'"))})";

    private const string DiagnosedSql = "select distinct path from diagnostic where source_id = $1";

    private static SourceRow ReadSource(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Name = row.GetString(1),
        Root = row.GetString(2),
        Address = row.GetString(3),
        Dialect = row.GetString(4),
        OptionsHash = row.GetString(5),
        ImageFilesHash = Text(row, 6),
        TimeZone = row.GetString(7),
        DefaultLocale = row.GetString(8),
        Title = Text(row, 9),
        Url = Text(row, 10),
    };

    private static StoredArticle ReadArticle(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), ReadHead(row), row.GetString(7), row.GetString(8), row.GetString(9), row.GetString(10), row.GetInt32(11));

    private static ArticleHead ReadHead(NpgsqlDataReader row) => new(row.GetString(2), row.GetString(3))
    {
        IsDraft = row.GetBoolean(4),
        PublishedAt = Instant(row, 5),
        ExpiresAt = Instant(row, 6),
    };

    private static StoredImageUse ReadImageUse(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetGuid(3), Text(row, 4));

    private static StoredLink ReadLink(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), Enum.Parse<LinkSyntax>(row.GetString(2), ignoreCase: true), row.GetString(3), Text(row, 4), Text(row, 5));

    private static StoredImageFile ReadImageFile(NpgsqlDataReader row) =>
        new(row.GetGuid(0), row.GetString(1), row.GetString(2), Text(row, 3), Text(row, 4));

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static async Task<List<T>> ListAsync<T>(
        NpgsqlConnection connection, Guid sourceId, string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var list = new List<T>();
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = sourceId } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            list.Add(read(reader));
        return list;
    }
}
