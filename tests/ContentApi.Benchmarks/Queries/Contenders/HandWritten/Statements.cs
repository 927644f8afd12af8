namespace ContentApi.Benchmarks.Queries.Contenders.HandWritten;

/// <summary>
/// The statements. Text is put together with <c>concat</c>: <c>json_build_object</c> takes a fifth more of PostgreSQL's time.
/// <c>$1</c> is the present.
/// </summary>
internal static class Statements
{
    /// <summary>Gives the statement of a question.</summary>
    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Newest => Newest,
        QuestionKind.ByPath => ByPath,
        QuestionKind.Filtered => Filtered,
        QuestionKind.Tree => Tree,
        _ => Title,
    };

    private const string Instant = """
        '\"YYYY-MM-DD"T"HH24:MI:SS.MS"Z"\"'
        """;

    private const string Visible = "not a.draft and a.published_sort <= $1 and a.expires_sort > $1";

    private const string VisibleEdge = "not e.draft and e.published_sort <= $1 and e.expires_sort > $1";

    private const string Id = "encode('\\x41727469636c653a'::bytea || uuid_send(a.id), 'base64')";

    // Cut at the last blank of the last 20 characters.
    private const string Excerpt = """
        to_json(case when char_length(a.excerpt) <= 200 then a.excerpt
          else rtrim(left(a.excerpt, 200 - greatest(strpos(reverse(substr(a.excerpt, 180, 21)), ' '), 1))) || '…' end)
        """;

    private const string Url = "to_json(case when i.file_path is null then i.url else 'http://127.0.0.1' || i.url end)";

    // An image's text is the first of what public articles say of it.
    private const string Cover = $$$"""
        coalesce((select concat('{"url":', {{{Url}}}, ',"alt":', coalesce(to_json(case when i.alt is null then null
            when exists(select 1 from article_image e where e.image_id = i.id and {{{VisibleEdge}}} and e.alt = i.alt) then i.alt
            else (select min(e.alt) from article_image e where e.image_id = i.id and {{{VisibleEdge}}}) end)::text, 'null'), '}')
          from image i where i.id = a.cover_id), 'null')
        """;

    private const string Authors = """
        (select string_agg(concat('{"name":', to_json(w.name), ',"slug":', to_json(w.slug), '}'), ',' order by e.position, e.author_id)
          from article_author e join author w on w.id = e.author_id where e.article_id = a.id)
        """;

    private const string Tags = """
        (select string_agg(concat('{"name":', to_json(t.name), ',"slug":', to_json(t.slug), '}'), ',' order by e.position, e.tag_id)
          from article_tag e join tag t on t.id = e.tag_id where e.article_id = a.id)
        """;

    private const string Categories = """
        (select string_agg(concat('{"name":', to_json(c.name), ',"path":', to_json(c.path), '}'), ',' order by e.position, e.category_id)
          from article_category e join category c on c.id = e.category_id where e.article_id = a.id and e.is_leaf)
        """;

    private const string PageInfo = """
        '],"pageInfo":{"hasNextPage":', (count(*) > 20)::text, ',"endCursor":', coalesce('"' || max(translate(encode(convert_to(
          concat('["', a.published_sort, '","', a.id, '"]'), 'UTF8'), 'base64'), E'\n', '')) filter (where a.place = least(a.places, 20)) || '"', 'null'), '}}}}'
        """;

    private const string Newest = $$$"""
        select concat('{"data":{"articles":{"nodes":[', string_agg(concat('{"id":"', {{{Id}}}, '","title":', to_json(a.title), ',"path":', to_json(a.path),
            ',"publishedAt":', coalesce(to_char(a.published_at, {{{Instant}}}), 'null'), ',"excerpt":', {{{Excerpt}}},
            ',"authors":[', {{{Authors}}}, '],"categories":[', {{{Categories}}}, '],"cover":', {{{Cover}}}, '}'), ',')
          filter (where a.place <= 20), {{{PageInfo}}})
        from (select n.*, row_number() over () as place, count(*) over () as places from (
          select id, title, path, published_at, published_sort, excerpt, cover_id from article a where {{{Visible}}} and kind = 'ARTICLE'
          order by published_sort desc, id desc limit 21) n) a
        """;

    private const string Filtered = $$$"""
        select concat('{"data":{"articles":{"nodes":[', string_agg(concat('{"id":"', {{{Id}}}, '","title":', to_json(a.title), ',"path":', to_json(a.path),
            ',"publishedAt":', coalesce(to_char(a.published_at, {{{Instant}}}), 'null'), ',"categories":[', {{{Categories}}}, '],"tags":[', {{{Tags}}}, ']}'), ',' order by a.place)
          filter (where a.place <= 20), {{{PageInfo}}})
        from (select a.id, a.title, a.path, a.published_at, a.published_sort, n.place, count(*) over () as places
          from (select e.article_id, row_number() over (order by e.published_sort desc, e.article_id desc) as place from (
              select distinct e.published_sort, e.article_id
              from tag t cross join lateral (
                select e.published_sort, e.article_id from article_tag e
                where e.tag_id = t.id and (e.published_sort, e.article_id) < ($4, $5) and e.kind = 'ARTICLE' and {{{VisibleEdge}}}
                  and exists(select 1 from article_category x where x.article_id = e.article_id and x.category_id = any(array(select c.id from category c where c.path = $2)))
                order by e.published_sort desc, e.article_id desc limit 21) e
              where t.slug = $3 order by e.published_sort desc, e.article_id desc limit 21) e) n
          join article a on a.id = n.article_id) a
        """;

    private const string ByPath = $$$"""
        select concat('{"data":{"article":', coalesce((select concat('{"id":"', {{{Id}}}, '","uuid":"', a.id, '","slug":', to_json(a.slug), ',"path":', to_json(a.path),
          ',"title":', to_json(a.title), ',"description":', coalesce(to_json(a.description)::text, 'null'), ',"excerpt":', {{{Excerpt}}}, ',"kind":"', a.kind,
          '","status":"PUBLISHED","publishedAt":', coalesce(to_char(a.published_at, {{{Instant}}}), 'null'),
          ',"updatedAt":', coalesce(to_char(a.updated_at, {{{Instant}}}), 'null'), ',"locale":', to_json(a.locale),
          ',"body":{"html":', to_json(case when strpos(b.html, '/images/') > 0
            then regexp_replace(b.html, '(="|, )(/images/[0-9a-f]{32}/)', '\1http://127.0.0.1\2', 'g') else b.html end), ',"text":', to_json(b.text),
          '},"tableOfContents":[', (select string_agg(concat('{"id":', to_json(h.id), ',"text":', to_json(h.text), ',"level":', h.level, '}'), ',')
            from json_to_recordset(b.table_of_contents) h(id text, text text, level integer) where h.level <= 3),
          '],"wordCount":', a.word_count, ',"readingTime":', a.reading_time, ',"cover":', {{{Cover}}},
          ',"images":{"edges":[', (select string_agg(concat('{"roles":', to_json(e.roles), ',"alt":', coalesce(to_json(e.alt)::text, 'null'), ',"node":{"url":', {{{Url}}}, '}}'), ',')
            from (select * from article_image where article_id = a.id order by position, image_id limit 10) e join image i on i.id = e.image_id),
          ']},"authors":[', {{{Authors}}},
          '],"categories":[', (select string_agg(concat('{"name":', to_json(c.name), ',"path":', to_json(c.path), ',"ancestors":[', (
              select string_agg(concat('{"name":', to_json(p.name), ',"path":', to_json(p.path), '}'), ',' order by l.distance desc)
              from category_closure l join category p on p.id = l.ancestor_id where l.descendant_id = c.id and l.distance > 0), ']}'), ',' order by e.position, e.category_id)
            from article_category e join category c on c.id = e.category_id where e.article_id = a.id and e.is_leaf),
          '],"tags":[', {{{Tags}}}, '],"commentsEnabled":', a.comments_enabled::text, ',"params":', a.params,
          ',"source":{"path":', to_json(a.file_path), ',"contentHash":"', a.content_hash, '"},"version":', a.version, '}')
        from article a join article_body b on b.article_id = a.id and b.hash = a.body_hash
        where a.path = $2 and {{{Visible}}}
        order by a.locale = (select s.default_locale from source s where s.id = a.source_id) desc, a.id limit 1), 'null'), '}}')
        """;

    private const string Tree = $$$"""
        select concat('{"data":{"categoryTree":[', string_agg(concat('{"id":"', encode('\x43617465676f72793a'::bytea || uuid_send(c.id), 'base64'), '","name":', to_json(c.name),
          ',"path":', to_json(c.path), ',"depth":', c.depth, ',"articleCount":', coalesce(n.articles, 0), ',"articles":{"nodes":[', (
            select string_agg(concat('{"title":', to_json(a.title), ',"path":', to_json(a.path), ',"publishedAt":', coalesce(to_char(a.published_at, {{{Instant}}}), 'null'), '}'), ',')
            from (select e.article_id from article_category e where e.category_id = c.id and e.kind = 'ARTICLE' and {{{VisibleEdge}}}
              order by e.published_sort desc, e.article_id desc limit 3) e join article a on a.id = e.article_id), ']}}'), ',' order by string_to_array(c.path, '/'), c.id), ']}}')
        from category c join (
          select e.category_id, count(*) filter (where e.kind = 'ARTICLE') as articles from article_category e where {{{VisibleEdge}}} group by e.category_id) n on n.category_id = c.id
        where c.depth < 8
        """;

    private const string Title = $$$"""
        select concat('{"data":{"article":', coalesce((select concat('{"title":', to_json(a.title), '}') from article a where a.id = $2 and {{{Visible}}}), 'null'), '}}')
        """;
}
