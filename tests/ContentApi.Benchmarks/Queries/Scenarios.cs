using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ContentApi.Benchmarks.Queries;

/// <summary>The questions. The hand-written side uses what PostgreSQL offers for it: <c>json_build_object</c> and <c>json_agg</c>.</summary>
internal static class Scenarios
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Gives the questions over so many articles.</summary>
    public static IReadOnlyList<Scenario> For(int articles) =>
    [
        new("Q1 list of 20 with authors, categories, cover", List, ListByHand, _ => None),
        new("Q2 article by slug, everything", Everything, EverythingByHand, n => new Dictionary<string, string> { ["slug"] = Slug(n, articles) }),
        new("Q4 category tree with counts and 3 newest each", Tree, TreeByHand, _ => None),
        new("Q5 title by id", Title, TitleByHand, n => new Dictionary<string, string> { ["id"] = Id(n, articles) }),
    ];

    /// <summary>Turns a variable into what the hand-written statement takes: a global id becomes a key.</summary>
    public static object Parameter(string name, string value) =>
        name == "id" ? new Guid(Convert.FromBase64String(value).AsSpan(^16..), bigEndian: true) : value;

    // Every 50th article is a draft; the one before it is not.
    private static int Number(int n, int articles) => (int)(n * 7919L % articles) is var number && number % 50 == 0 ? number + 1 : number;

    private static string Slug(int n, int articles) => $"article-{Number(n, articles)}";

    private static string Id(int n, int articles)
    {
        var key = MD5.HashData(Encoding.ASCII.GetBytes("a" + Number(n, articles).ToString(CultureInfo.InvariantCulture)));
        return Convert.ToBase64String([.. "Article:"u8, .. key]);
    }

    private const string List = """
        { articles(first: 20) { nodes { id title path publishedAt excerpt authors { name slug } categories { name path } cover { url alt } }
          pageInfo { hasNextPage endCursor } } }
        """;

    private const string ListByHand = """
        select json_build_object('articles', json_build_object(
          'nodes', (select json_agg(node) from (
            select json_build_object('id', encode('Article:'::bytea || uuid_send(a.id), 'base64'), 'title', a.title, 'path', a.path,
              'publishedAt', to_char(a.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'excerpt', left(a.excerpt, 200),
              'authors', (select json_agg(json_build_object('name', w.name, 'slug', w.slug) order by e.position) from article_author e join author w on w.id = e.author_id where e.article_id = a.id),
              'categories', (select json_agg(json_build_object('name', c.name, 'path', c.path) order by e.position) from article_category e join category c on c.id = e.category_id where e.article_id = a.id and e.is_leaf),
              'cover', (select json_build_object('url', i.url, 'alt', i.alt) from image i where i.id = a.cover_id)) as node
            from (select * from article where not draft and kind = 'ARTICLE' and published_sort <= $1 and expires_sort > $1 order by published_sort desc, id desc limit 20) a) n),
          'pageInfo', (select json_build_object('hasNextPage', count(*) > 20, 'endCursor', encode(convert_to((max(json_build_array('0123456789abcdef', published_sort, id)::text) filter (where rn = 20)), 'UTF8'), 'base64'))
            from (select published_sort, id, row_number() over () as rn from (
              select published_sort, id from article where not draft and kind = 'ARTICLE' and published_sort <= $1 and expires_sort > $1 order by published_sort desc, id desc limit 21) p) q)))::text
        """;

    private const string Everything = """
        query($slug: String!) { article(by: { slug: { slug: $slug } }) { id uuid slug path title description excerpt kind status publishedAt updatedAt locale
          body { html text } tableOfContents { id text level } wordCount readingTime cover { url alt } images { edges { roles alt node { url } } }
          authors { name slug } categories { name path ancestors { name path } } tags { name slug } commentsEnabled params source { path contentHash } version } }
        """;

    private const string EverythingByHand = """
        select json_build_object('article', (select json_build_object('id', encode('Article:'::bytea || uuid_send(a.id), 'base64'), 'uuid', a.id, 'slug', a.slug, 'path', a.path,
          'title', a.title, 'description', a.description, 'excerpt', left(a.excerpt, 200), 'kind', a.kind, 'status', 'PUBLISHED',
          'publishedAt', to_char(a.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'updatedAt', to_char(a.updated_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'locale', a.locale,
          'body', json_build_object('html', b.html, 'text', b.text),
          'tableOfContents', b.table_of_contents, 'wordCount', a.word_count, 'readingTime', a.reading_time,
          'cover', (select json_build_object('url', i.url, 'alt', i.alt) from image i where i.id = a.cover_id),
          'images', json_build_object('edges', (select json_agg(json_build_object('roles', e.roles, 'alt', e.alt, 'node', json_build_object('url', i.url)) order by e.position) from article_image e join image i on i.id = e.image_id where e.article_id = a.id)),
          'authors', (select json_agg(json_build_object('name', w.name, 'slug', w.slug) order by e.position) from article_author e join author w on w.id = e.author_id where e.article_id = a.id),
          'categories', (select json_agg(json_build_object('name', c.name, 'path', c.path, 'ancestors', (select json_agg(json_build_object('name', p.name, 'path', p.path) order by l.distance desc) from category_closure l join category p on p.id = l.ancestor_id where l.descendant_id = c.id and l.distance > 0)) order by e.position)
            from article_category e join category c on c.id = e.category_id where e.article_id = a.id and e.is_leaf),
          'tags', (select json_agg(json_build_object('name', t.name, 'slug', t.slug) order by e.position) from article_tag e join tag t on t.id = e.tag_id where e.article_id = a.id),
          'commentsEnabled', a.comments_enabled, 'params', a.params, 'source', json_build_object('path', a.file_path, 'contentHash', a.content_hash), 'version', a.version)
        from article a join article_body b on b.article_id = a.id and b.hash = a.body_hash
        where a.slug = $2 and not a.draft and a.published_sort <= $1 and a.expires_sort > $1 order by a.path limit 1))::text
        """;

    private const string Tree = """
        { categoryTree { id name path depth articleCount articles(first: 3) { nodes { title path publishedAt } } } }
        """;

    private const string TreeByHand = """
        select json_build_object('categoryTree', (select json_agg(json_build_object('id', encode('Category:'::bytea || uuid_send(c.id), 'base64'), 'name', c.name, 'path', c.path, 'depth', c.depth,
          'articleCount', (select count(*) from article_category e where e.category_id = c.id and e.kind = 'ARTICLE' and not e.draft and e.published_sort <= $1 and e.expires_sort > $1),
          'articles', json_build_object('nodes', (select json_agg(node) from (
            select json_build_object('title', a.title, 'path', a.path, 'publishedAt', to_char(a.published_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as node
            from article_category e join article a on a.id = e.article_id
            where e.category_id = c.id and e.kind = 'ARTICLE' and not e.draft and e.published_sort <= $1 and e.expires_sort > $1
            order by e.published_sort desc, e.article_id desc limit 3) n))) order by string_to_array(c.path, '/'))
        from category c where c.depth < 8 and exists(select 1 from article_category e where e.category_id = c.id and not e.draft and e.published_sort <= $1 and e.expires_sort > $1)))::text
        """;

    private const string Title = "query($id: ID!) { article(by: { id: $id }) { title } }";

    private const string TitleByHand = """
        select json_build_object('article', (select json_build_object('title', a.title) from article a where a.id = $2 and not a.draft and a.published_sort <= $1 and a.expires_sort > $1))::text
        """;
}
