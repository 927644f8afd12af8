using Npgsql;

namespace ContentApi.Benchmarks.Queries;

/// <summary>
/// Content of a large blog, made in the database: a category tree three deep, tags, authors and covers, bodies of 3 to
/// 4 kB. The same number of articles gives the same rows.
/// </summary>
internal static class GeneratedContent
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
        insert into image (id, origin, source_url, url)
        select md5('i' || n)::uuid, 'REMOTE', u, u from generate_series(0, 19999) n, lateral (select 'https://img.example/' || n || '.jpg' as u) v;

        insert into article (id, source_id, file_path, path, slug, title, description, excerpt, kind, draft, published_at, updated_at, source_date_raw,
          source_date_zone, source_date_zone_assumed, locale, body_format, body_hash, body_start_line, word_count, reading_time, cover_id, primary_category_id,
          comments_enabled, params, content_hash, parser_version, imported_at, version)
        select md5('a' || n)::uuid, md5('s')::uuid, 'posts/' || n || '.md', '/posts/article-' || n, 'article-' || n, 'Article number ' || n || ', 第' || n || '篇文章',
          'What article ' || n || ' is about, in one sentence.', repeat('The first lines of the article, as a teaser shows them. ', 5), 'ARTICLE', n % 50 = 0,
          timestamptz '2010-01-01' + n * interval '2 hours', null, 'raw', 'UTC', true, case when n % 3 = 0 then 'zh-Hans' else 'en' end, 'MARKDOWN', md5('b' || n)::uuid, 9, 500 + n % 700, 3.5,
          md5('i' || n % 20000)::uuid, md5('c' || n % 10 || '/' || n / 10 % 4 || '/' || n / 40 % 4)::uuid, true, '{"rating":4,"layout":"wide"}',
          md5(n::text), 1, now(), 1
        from generate_series(1, @articles) n;

        insert into article_body (article_id, hash, raw, html, text, table_of_contents)
        select id, body_hash, repeat(md5(id::text) || ' 一段正文 with words. ', 50), '<p>' || repeat(md5(id::text) || ' 一段正文 with <em>words</em>. ', 50) || '</p>',
          repeat(md5(id::text) || ' 一段正文 with words. ', 50), '[{"id":"one","text":"One","level":2},{"id":"two","text":"Two","level":3}]'
        from article;

        insert into article_category (article_id, category_id, position, is_leaf, name, kind, draft, published_sort, expires_sort)
        select a.id, l.ancestor_id, 0, l.distance = 0, c.name, a.kind, a.draft, a.published_sort, a.expires_sort
        from article a join category_closure l on l.descendant_id = a.primary_category_id join category c on c.id = l.ancestor_id;

        insert into article_tag (article_id, tag_id, position, name, kind, draft, published_sort, expires_sort)
        select a.id, md5('t' || (hashtext(a.slug) & 1023 + k * 131) % 500)::uuid, k, 'Tag', a.kind, a.draft, a.published_sort, a.expires_sort
        from article a, generate_series(0, 2) k on conflict do nothing;

        insert into article_author (article_id, author_id, position, name, kind, draft, published_sort, expires_sort)
        select a.id, md5('w' || (hashtext(a.slug) & 1023) % 100)::uuid, 0, 'Author', a.kind, a.draft, a.published_sort, a.expires_sort from article a;

        insert into article_image (article_id, image_id, position, roles, source_url, alt, kind, draft, published_sort, expires_sort)
        select a.id, a.cover_id, 0, '{COVER,INLINE}', 'https://img.example/', 'A picture', a.kind, a.draft, a.published_sort, a.expires_sort from article a;

        update content_state set version = 1;
        """;

    /// <summary>Fills an empty, migrated database.</summary>
    public static async Task AddAsync(string connectionString, int articles, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using (var fill = new NpgsqlCommand(Sql, connection) { CommandTimeout = 600 })
        {
            fill.Parameters.AddWithValue("articles", articles);
            await fill.ExecuteNonQueryAsync(cancellationToken);
        }

        await using var vacuum = new NpgsqlCommand("vacuum analyze", connection) { CommandTimeout = 600 };
        await vacuum.ExecuteNonQueryAsync(cancellationToken);
    }
}
