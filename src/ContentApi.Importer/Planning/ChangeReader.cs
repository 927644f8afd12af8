using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using ContentApi.Importer.Writing;
using Npgsql;

namespace ContentApi.Importer.Planning;

/// <summary>Compares what is staged with what is stored. Writes nothing but indexes of temporary tables.</summary>
/// <param name="connection">With the staging tables filled, and the articles that go in theirs.</param>
internal sealed class ChangeReader(NpgsqlConnection connection)
{
    private const string FieldsOf = """
        (select row_to_json(f) from (select x.path, x.slug, x.title, x.description, x.kind, x.draft, x.published_at as "publishedAt", x.updated_at as "updatedAt",
          x.expires_at as "expiresAt", x.weight, x.locale, x.series_title as series, x.series_position as "seriesPosition", x.canonical_url as "canonicalUrl",
          x.comments_enabled as "commentsEnabled", (select e.source_url from {0}article_image e where e.article_id = x.id and e.image_id = x.cover_id) as cover) f)
        """;

    private const string ListsOf = """
        array(select c.path from {0}article_category e join {0}category c on c.id = e.category_id where e.article_id = x.id and e.is_leaf order by e.position, c.path),
        array(select e.name from {0}article_tag e where e.article_id = x.id order by e.position),
        array(select e.name from {0}article_author e where e.article_id = x.id order by e.position),
        array(select e.source_url from {0}article_image e where e.article_id = x.id order by e.position)
        """;

    // Declared fields by name; references by the paths of the articles that they lead to.
    private const string CustomOf = """
        (select coalesce(json_object_agg(f.name, f.value order by f.name collate "C"), '{{}}')::text from (
          select split_part(c.key, ':', 1) as name, c.value from jsonb_each(x.fields) c
          union all select l.field, jsonb_agg(l.target_path order by l.position) from {0}article_link l where l.article_id = x.id and l.field is not null and l.target_path is not null group by l.field) f)
        """;

    // Staged rows with those that they replace; of each text only what differs.
    private static readonly string PairSql = $"""
        select s.id, s.file_path, s.content_hash, s.path, s.title, a.file_path, a.content_hash,
          b.html is distinct from sb.html, case when b.raw is distinct from sb.raw then b.raw end, case when b.raw is distinct from sb.raw then sb.raw end,
          a.params::text, s.params::text, before.fields, before.categories, before.tags, before.authors, before.images, now.fields, now.categories, now.tags, now.authors, now.images, md5(sb.html), taker.file_path, before.custom, now.custom
        from staged_article s
        join staged_article_body sb on sb.article_id = s.id
        left join article a on a.id = s.id
        left join article_body b on b.article_id = a.id and b.hash = a.body_hash
        left join staged_article taker on taker.path = a.path and taker.id <> a.id
        left join lateral (select {string.Format(null, FieldsOf, "")}, {string.Format(null, ListsOf, "")}, {string.Format(null, CustomOf, "")} from article x where x.id = a.id) as before(fields, categories, tags, authors, images, custom) on true
        cross join lateral (select {string.Format(null, FieldsOf, "staged_")}, {string.Format(null, ListsOf, "staged_")}, {string.Format(null, CustomOf, "staged_")} from staged_article x where x.id = s.id) as now(fields, categories, tags, authors, images, custom)
        order by s.file_path
        """;

    // Each article asks for its own rows in all staged tables.
    private static readonly string IndexSql = string.Join(
        ";\n", ["create index on staged_article (id)", .. StagingTables.PartsOfArticles.Select(x => $"create index on {x.Name} (article_id)")]);

    // Also those of new articles, and of articles that are made again for another reason.
    private const string StagedImageSql = "select id::text, file_path, content_hash, mime_type from staged_image order by id";

    /// <param name="changedImages">Paths of stored pictures of which the bytes change.</param>
    /// <param name="settings">What is stored of the source itself.</param>
    /// <param name="ct">Ends the run early.</param>
    public async Task<ImportChanges> ReadAsync(IEnumerable<string> changedImages, IEnumerable<string?> settings, CancellationToken ct)
    {
        await connection.ExecuteAsync(IndexSql, ct);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, [.. settings]);
        var tally = new ChangeTally();
        var sameAgain = 0;
        await foreach (var pair in ReadPairsAsync(ct))
        {
            Add(hash, "staged", pair.Id.ToString(), pair.FilePath, pair.ContentHash, pair.After.Fields, pair.HtmlHash, pair.FormerContentHash, pair.Before?.Fields, pair.After.Custom);
            if (ArticleComparison.Compare(pair) is not { } change)
                sameAgain++;
            else
                tally.Add(change);
        }

        await foreach (var gone in ReadRemovedAsync(ct))
        {
            Add(hash, "removed", gone.FilePath, gone.Path);
            tally.Add(gone);
        }

        await foreach (var image in connection.QueryAsync(StagedImageSql, row => (string?[])[row.GetString(0), row.GetText(1), row.GetText(2), row.GetText(3)], ct))
            Add(hash, ["image", .. image]);
        var names = new NameReader(connection);
        return new ImportChanges
        {
            Articles = tally.Articles,
            Redirected = tally.Redirected,
            EndedAddresses = tally.Ended,
            NewDrafts = tally.Hidden,
            EndedDrafts = tally.Shown,
            SameAgain = sameAgain,
            NewNames = await names.ReadNewAsync(ct),
            GoneNames = await names.ReadGoneAsync(ct),
            MergedNames = await names.ReadMergedAsync(ct),
            ChangedImages = [.. changedImages.Order(StringComparer.Ordinal)],
            Hash = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    // Each part with its length, so that no two lists of parts are alike.
    private static void Add(IncrementalHash hash, params string?[] parts)
    {
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part ?? "");
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
    }

    private IAsyncEnumerable<ArticlePair> ReadPairsAsync(CancellationToken ct) => connection.QueryAsync(PairSql, ReadPair, ct);

    private static ArticlePair ReadPair(NpgsqlDataReader row)
    {
        var isNew = row.IsDBNull(5);
        return new ArticlePair
        {
            Id = row.GetGuid(0),
            FilePath = row.GetString(1),
            ContentHash = row.GetString(2),
            Path = row.GetString(3),
            Title = row.GetString(4),
            FormerFilePath = row.GetText(5),
            FormerContentHash = row.GetText(6),
            HtmlDiffers = row.GetBoolean(7),
            RawBefore = row.GetText(8),
            RawAfter = row.GetText(9),
            Before = isNew ? null : ReadSide(row, params_: 10, first: 12, custom: 24),
            After = ReadSide(row, params_: 11, first: 17, custom: 25),
            HtmlHash = row.GetString(22),
            TakenBy = row.GetText(23),
        };
    }

    private static ArticleSide ReadSide(NpgsqlDataReader row, int params_, int first, int custom) => new(
        row.GetString(first),
        row.GetString(custom),
        row.GetString(params_),
        [("categories", row.GetFieldValue<string[]>(first + 1)), ("tags", row.GetFieldValue<string[]>(first + 2)), ("authors", row.GetFieldValue<string[]>(first + 3)), ("images", row.GetFieldValue<string[]>(first + 4))]);

    private async IAsyncEnumerable<ArticleChange> ReadRemovedAsync([EnumeratorCancellation] CancellationToken ct)
    {
        const string Sql = """
            select a.file_path, a.path, a.title, taker.file_path
            from article a left join staged_article taker on taker.path = a.path
            where a.id in (select id from removed_article)
            order by a.file_path
            """;
        await foreach (var gone in connection.QueryAsync(
            Sql, row => new ArticleChange { Kind = ArticleChangeKind.Removed, FilePath = row.GetString(0), Path = row.GetString(1), Title = row.GetString(2), TakenBy = row.GetText(3) }, ct))
        {
            yield return gone;
        }
    }
}
