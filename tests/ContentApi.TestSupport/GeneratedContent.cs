using Npgsql;

namespace ContentApi.TestSupport;

/// <summary>
/// Content of a large blog, made in the database: a category tree three deep, a few tags that many articles have and
/// many that few have, authors and covers. However many, all are in the past. The same number of articles gives the same rows.
/// </summary>
public static class GeneratedContent
{
    private const string Sql = """
        insert into source (id, name, root, address, dialect, options_hash, time_zone, default_locale)
        values (md5('s')::uuid, 'generated', '/nowhere', '/nowhere', 'HUGO', '-', 'UTC', 'en');

        insert into category (id, parent_id, slug, name, path, depth, position)
        select md5('c' || a)::uuid, null, 'c' || a, 'Category ' || a, 'c' || a, 0, 0 from generate_series(0, 9) a
        union all
        select md5('c' || a || '/' || b)::uuid, md5('c' || a)::uuid, 's' || b, 'Section ' || b, 'c' || a || '/s' || b, 1, 0
        from generate_series(0, 9) a, generate_series(0, 3) b
        union all
        select md5('c' || a || '/' || b || '/' || c)::uuid, md5('c' || a || '/' || b)::uuid, 't' || c, 'Topic ' || c, 'c' || a || '/s' || b || '/t' || c, 2, 0
        from generate_series(0, 9) a, generate_series(0, 3) b, generate_series(0, 3) c;

        insert into category_closure (ancestor_id, descendant_id, distance)
        with recursive closure as (
          select id as ancestor_id, id as descendant_id, 0 as distance from category
          union all
          select c.parent_id, l.descendant_id, l.distance + 1 from closure l join category c on c.id = l.ancestor_id where c.parent_id is not null)
        select * from closure;

        insert into tag (id, slug, name) select md5('t' || n)::uuid, 'tag-' || n, 'Tag ' || n from generate_series(0, 499) n;
        insert into author (id, slug, name) select md5('w' || n)::uuid, 'author-' || n, 'Author ' || n from generate_series(0, 99) n;
        insert into image (id, origin, source_url, url, alt)
        select md5('i' || n)::uuid, 'REMOTE', u, u, 'A picture of ' || n from generate_series(0, 19999) n, lateral (select 'https://img.example/' || n || '.jpg' as u) v;

        insert into article (id, source_id, file_path, path, slug, title, description, excerpt, kind, draft, published_at, updated_at, source_date_raw,
          source_date_zone, source_date_zone_assumed, locale, body_format, body_hash, body_start_line, word_count, reading_time, cover_id, primary_category_id,
          comments_enabled, weight, params, content_hash, parser_version, imported_at, version)
        select md5('a' || n)::uuid, md5('s')::uuid, 'posts/' || n || '.md', '/posts/article-' || n, 'article-' || n, 'Article number ' || n || ', 第' || n || '篇文章',
          'What article ' || n || ' is about, in one sentence.', repeat('The first lines of the article, as a teaser shows them. ', 5), 'ARTICLE', n % 50 = 0,
          published, case when n % 3 = 0 then published + n % 50 * interval '1 day' end, 'raw', 'UTC', true, case when n % 3 = 0 then 'zh-Hans' else 'en' end, 'MARKDOWN', md5('b' || n)::uuid, 9, 500 + n % 700, 3.5,
          md5('i' || n % 20000)::uuid, md5('c' || n % 10 || '/' || n / 10 % 4 || '/' || n / 40 % 4)::uuid, true, case when n % 4 = 0 then n % 100 end, '{"rating":4,"layout":"wide"}',
          md5(n::text), 1, now(), 1
        from generate_series(1, @articles) n, lateral (select timestamptz '2010-01-01' + n * least(interval '2 hours', interval '15 years' / @articles) as published) v;

        insert into article_body (article_id, hash, raw, html, text, table_of_contents)
        select id, body_hash, repeat(md5(id::text) || ' 一段正文 with words. ', @repeats), '<p>' || repeat(md5(id::text) || ' 一段正文 with <em>words</em>. ', @repeats) || '</p>',
          repeat(md5(id::text) || ' 一段正文 with words. ', @repeats), '[{"id":"one","text":"One","level":2},{"id":"two","text":"Two","level":3}]'
        from article;

        insert into article_category (article_id, category_id, position, is_leaf, name, kind, draft, published_sort, expires_sort)
        select a.id, l.ancestor_id, 0, l.distance = 0, c.name, a.kind, a.draft, a.published_sort, a.expires_sort
        from article a join category_closure l on l.descendant_id = a.primary_category_id join category c on c.id = l.ancestor_id;

        insert into article_tag (article_id, tag_id, position, name, kind, draft, published_sort, expires_sort)
        select a.id,
          md5('t' || case when k = 0 then 7 - floor(sqrt(hashtext(a.slug) & 63))::int else 8 + (hashtext(a.slug || k) & 65535) % 492 end)::uuid, k, 'Tag', a.kind, a.draft, a.published_sort, a.expires_sort
        from article a, generate_series(0, 2) k on conflict do nothing;

        insert into article_author (article_id, author_id, position, name, kind, draft, published_sort, expires_sort)
        select a.id, md5('w' || (hashtext(a.slug) & 1023) % 100)::uuid, 0, 'Author', a.kind, a.draft, a.published_sort, a.expires_sort from article a;

        insert into article_image (article_id, image_id, position, roles, source_url, alt, kind, draft, published_sort, expires_sort)
        select a.id, a.cover_id, 0, '{COVER,INLINE}', i.url, i.alt, a.kind, a.draft, a.published_sort, a.expires_sort
        from article a join image i on i.id = a.cover_id;

        update content_state set version = 1;
        """;

    private const string DropIndexes = """
        do $$ declare x record; begin
          create table benchmark_index as
            select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
            from pg_index i join pg_class t on t.oid = i.indrelid
            where t.relnamespace = 'public'::regnamespace and not i.indisprimary and not exists(select 1 from pg_constraint c where c.conindid = i.indexrelid);
          for x in select name from benchmark_index loop execute 'drop index ' || x.name; end loop;
        end $$
        """;

    private const string CreateIndexes = """
        do $$ declare x record; begin
          for x in select definition from benchmark_index loop execute x.definition; end loop;
          drop table benchmark_index;
        end $$
        """;

    /// <summary>Fills an empty, migrated database.</summary>
    /// <param name="connectionString">Of the owner of the server.</param>
    /// <param name="articles">How many; every 50th is a draft.</param>
    /// <param name="bodyRepeats">How often a sentence of 50 to 70 bytes stands in each text of a body.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task AddAsync(string connectionString, int articles, int bodyRepeats, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);

        // A million articles take minutes this way: rows refer to rows that are there, and indexes are made when all are.
        await RunAsync("set session_replication_role = replica");
        await RunAsync(DropIndexes);
        await RunAsync(Sql, new NpgsqlParameter("articles", articles), new NpgsqlParameter("repeats", bodyRepeats));
        await RunAsync(CreateIndexes);
        await RunAsync(ListedArticlesCount.Sql);
        await RunAsync("vacuum analyze");

        async Task RunAsync(string sql, params NpgsqlParameter[] parameters)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            command.Parameters.AddRange(parameters);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
