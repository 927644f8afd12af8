using System.Globalization;
using ContentApi.Importer.Mapping;
using ContentApi.Parsing;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>The articles of a source as they will be when a run is merged: those that are staged, and those that stay as they are.</summary>
/// <param name="connection">With the staging tables.</param>
/// <param name="sourceId">The source.</param>
internal sealed class CurrentArticles(NpgsqlConnection connection, Guid sourceId)
{
    private const string Columns = "id, file_path, path, slug, locale, translation_key, title, draft, published_at, expires_at";

    /// <summary>Makes the views that the other methods read.</summary>
    /// <param name="loadsDirectly">True when the rows of the run are in the tables themselves, which were empty before.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task CreateViewsAsync(bool loadsDirectly, CancellationToken ct)
    {
        // A view takes no parameters, and a UUID needs no quoting.
        var views = loadsDirectly
            ? string.Create(CultureInfo.InvariantCulture, $"""
                create temp view staged_article as select {Columns} from article where source_id = '{sourceId}';
                create temp view kept_article as select {Columns} from article where false;
                create temp view former_article as select {Columns} from article where false;
                create temp view staged_article_link as select article_id, syntax, target_file_path, target_path from article_link;
                """)
            : string.Create(CultureInfo.InvariantCulture, $"""
                create temp view kept_article as select {Columns} from article a
                  where source_id = '{sourceId}' and not exists (select from staged_article s where s.id = a.id) and not exists (select from removed_article r where r.id = a.id);
                create temp view former_article as select {Columns} from article;
                """);
        await connection.ExecuteAsync("create temp table removed_article (id uuid primary key)", ct);
        await connection.ExecuteAsync(views, ct);
        await connection.ExecuteAsync($"create temp view current_article as select {Columns} from kept_article union all select {Columns} from staged_article", ct);
    }

    /// <summary>Says which articles go.</summary>
    public Task RemoveAsync(IReadOnlyCollection<Guid> articles, CancellationToken ct) =>
        articles.Count == 0 ? Task.CompletedTask : connection.ExecuteAsync("insert into removed_article select unnest($1::uuid[])", ct, articles.ToArray());

    /// <summary>Gives staged articles other paths than those that they ask for.</summary>
    public Task AssignAsync(IReadOnlyDictionary<Guid, string> paths, CancellationToken ct) => paths.Count == 0
        ? Task.CompletedTask
        : connection.ExecuteAsync("update staged_article s set path = p.path from unnest($1::uuid[], $2::text[]) as p(id, path) where s.id = p.id", ct, paths.Keys.ToArray(), paths.Values.ToArray());

    /// <summary>Paths that a staged article asks for and another one has or asks for.</summary>
    public Task<List<string>> FindDisputedPathsAsync(CancellationToken ct) => connection.ListAsync(
        "select path from staged_article group by path having count(*) > 1 union select s.path from staged_article s join kept_article k on k.path = s.path",
        row => row.GetString(0),
        ct);

    /// <summary>Everyone who has one of the paths or asks for it.</summary>
    public Task<List<PathClaim>> ReadClaimsAsync(string[] paths, CancellationToken ct) => connection.ListAsync(
        """
        select id, file_path, path, true from kept_article where path = any($1)
        union all
        select s.id, s.file_path, s.path, exists (select from former_article a where a.id = s.id and a.path = s.path) from staged_article s where s.path = any($1)
        """,
        ReadClaim,
        ct,
        (object)paths);

    /// <summary>Articles that stay and are where those are that found another one's path taken.</summary>
    public Task<List<PathClaim>> ReadDisplacedAsync(CancellationToken ct) => connection.ListAsync(
        "select id, file_path, path, true from kept_article where rtrim(path, '~') = '/' || file_path", ReadClaim, ct);

    /// <summary>Links to articles that the run replaces or removes, of articles that stay.</summary>
    public Task<List<TouchedLink>> ReadTouchedLinksAsync(CancellationToken ct) => connection.ListAsync(
        """
        select k.id, k.file_path, l.syntax, l.target_file_path, l.target_path, t.path, t.title, t.draft, t.published_at, t.expires_at
        from article_link l join kept_article k on k.id = l.article_id left join article t on t.source_id = $1 and t.file_path = l.target_file_path
        where l.target_file_path in (
          select file_path from staged_article union select file_path from article where id in (select id from removed_article))
        """,
        row => new TouchedLink(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetText(4), row.IsDBNull(5) ? null : ReadHead(row, 5)),
        ct,
        sourceId);

    /// <summary>
    /// Links of staged articles to files, each with the article that the file gives, null when it gives none: those that note another
    /// path than it has, and those that may show its title. Of the two kinds of articles each is joined alone: no index serves both at once.
    /// </summary>
    /// <param name="paths">Of articles that do not get the path they ask for.</param>
    /// <param name="ct">Ends the run early.</param>
    public IAsyncEnumerable<(Guid ArticleId, string TargetFile, bool IsMoved, ArticleHead? Target)> ReadDoubtfulLinksAsync(IReadOnlyDictionary<Guid, string> paths, CancellationToken ct) => connection.QueryAsync(
        """
        select article_id, target_file_path, path is distinct from target_path, path, title, draft, published_at, expires_at
        from (
          select l.article_id, l.syntax, l.target_file_path, l.target_path, coalesce(p.path, s.path, k.path) as path,
            coalesce(s.title, k.title) as title, coalesce(s.draft, k.draft) as draft,
            case when s.id is null then k.published_at else s.published_at end as published_at, case when s.id is null then k.expires_at else s.expires_at end as expires_at
          from staged_article_link l
            left join staged_article s on s.file_path = l.target_file_path left join kept_article k on k.file_path = l.target_file_path
            left join unnest($1::uuid[], $2::text[]) as p(id, path) on p.id = s.id
          where l.target_file_path is not null) x
        where path is distinct from target_path or syntax = $3
        """,
        row => (row.GetGuid(0), row.GetString(1), row.GetBoolean(2), row.IsDBNull(3) ? null : ReadHead(row, 3)),
        ct,
        paths.Keys.ToArray(),
        paths.Values.ToArray(),
        LinkMapper.ShowsTitle);

    /// <summary>The files of staged articles.</summary>
    public Task<List<(Guid Id, string FilePath)>> ReadFilesAsync(IEnumerable<Guid> articles, CancellationToken ct) => connection.ListAsync(
        "select id, file_path from staged_article where id = any($1)", row => (row.GetGuid(0), row.GetString(1)), ct, articles.ToArray());

    /// <summary>The articles of files; what is missing has none.</summary>
    public Task<List<(Guid Id, string FilePath, ArticleHead Head)>> ReadHeadsAsync(IEnumerable<string> files, CancellationToken ct) => connection.ListAsync(
        "select id, file_path, path, title, draft, published_at, expires_at from current_article where file_path = any($1)",
        row => (row.GetGuid(0), row.GetString(1), ReadHead(row, 2)),
        ct,
        (object)files.ToArray());

    /// <summary>The articles of each slug that several have.</summary>
    public Task<List<SlugUse>> ReadSharedSlugsAsync(CancellationToken ct) => connection.ListAsync(
        """
        select file_path, slug, translation_key, locale from current_article
        where slug in (select slug from current_article group by slug having count(*) > 1)
        """,
        row => new SlugUse(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
        ct);

    private static PathClaim ReadClaim(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetBoolean(3));

    private static ArticleHead ReadHead(NpgsqlDataReader row, int column) => new(row.GetString(column), row.GetString(column + 1))
    {
        IsDraft = row.GetBoolean(column + 2),
        PublishedAt = row.GetInstant(column + 3),
        ExpiresAt = row.GetInstant(column + 4),
    };
}
