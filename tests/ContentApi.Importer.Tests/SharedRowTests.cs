using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>Tags, categories and authors, which belong to every article that names them.</summary>
public sealed class SharedRowTests : IAsyncLifetime
{
    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Two_spellings_of_a_tag_are_one_and_the_ordinal_smallest_is_shown()
    {
        _site.Write("a.md", "---\ntitle: A\ntags: [café, tea]\n---\n");
        _site.Write("b.md", "---\ntitle: B\ntags: [Cafe\u0301, ' TEA ']\n---\n");
        await _site.ImportAsync();

        Assert.Equal("TEA|tea\nCafe\u0301|café", await _site.QueryAsync("select name, slug from tag order by slug desc"));
        Assert.Equal("café\nCafe\u0301", await _site.QueryAsync("select e.name from article_tag e join tag t on t.id = tag_id join article a on a.id = article_id where t.slug = 'café' order by a.file_path"));

        _site.Delete("b.md");
        await _site.ImportAsync(o => o with { Prune = true });
        Assert.Equal("tea|tea\ncafé|café", await _site.QueryAsync("select name, slug from tag order by slug desc"));
    }

    [Fact]
    public async Task Of_the_spellings_in_one_file_the_ordinal_smallest_is_shown()
    {
        _site.Write("source/_posts/a.md", "---\ntitle: A\ntags: [zoo, Zoo, ZOO]\nauthors: [jane, {name: JANE, url: 'https://j.example'}, Jane, bo]\ncategories:\n- [news, film]\n- [News, Film]\n- [NEWS, sports]\n---\n");
        await _site.ImportAsync();

        Assert.Equal("ZOO|zoo", await _site.QueryAsync("select name, slug from tag"));
        Assert.Equal("JANE|jane\nbo|bo", await _site.QueryAsync("select name, slug from author order by name"));
        Assert.Equal("NEWS|news\nFilm|news/film\nsports|news/sports", await _site.QueryAsync("select name, path from category order by path"));
        Assert.Equal("JANE|0\nbo|1", await _site.QueryAsync("select name, position from article_author order by position"));
    }

    [Fact]
    public async Task The_smallest_spelling_is_that_of_code_points_within_a_file_as_among_files()
    {
        // Two spellings of one ideograph, of which UTF-16 puts the second first.
        _site.Write("a.md", "---\ntitle: A\ntags: [\uFACF, \U0002284A]\n---\n");
        await _site.ImportAsync();
        Assert.Equal("\uFACF", await _site.QueryAsync("select name from tag"));

        _site.Write("a.md", "---\ntitle: A\ntags: [\U0002284A]\n---\n");
        _site.Write("b.md", "---\ntitle: B\ntags: [\uFACF]\n---\n");
        await _site.ImportAsync();
        Assert.Equal("\uFACF", await _site.QueryAsync("select name from tag"));
    }

    [Fact]
    public async Task Capital_I_with_a_dot_has_a_small_letter_in_names_slugs_paths_and_links()
    {
        _site.Write("\u0130zmir.md", "---\ntitle: A\ntags: [\u0130zmir]\ncategories: [\u0130zmir]\nauthor: \u0130zmir\n---\n");
        _site.Write("b.md", "---\ntitle: B\ntags: [i\u0307zmir]\ncategories: [I\u0307zmir]\nauthor: i\u0307zmir\n---\n[[i\u0307zmir]]\n");
        await _site.ImportAsync(o => o with { Dialect = Parsing.Dialect.Obsidian });

        Assert.Equal("/i\u0307zmir|i\u0307zmir", await _site.QueryAsync("select path, slug from article where title = 'A'"));
        Assert.Equal("i\u0307zmir|i\u0307zmir", await _site.QueryAsync("select name, slug from tag"));
        Assert.Equal("I\u0307zmir|i\u0307zmir", await _site.QueryAsync("select name, slug from category"));
        Assert.Equal("i\u0307zmir|i\u0307zmir", await _site.QueryAsync("select name, slug from author"));
        Assert.Equal("/i\u0307zmir", await _site.QueryAsync("select target_path from article_link"));
    }

    [Fact]
    public async Task Names_of_signs_alone_have_a_slug_and_C_and_its_kin_differ()
    {
        _site.Write("a.md", "---\ntitle: A\ntags: ['!!!', C, C++, C#]\n---\n");
        await _site.ImportAsync();

        Assert.Equal("c|C\ncplusplus|C++\ncsharp|C#\nt|!!!", await _site.QueryAsync("select case name when '!!!' then (slug ~ '^[0-9a-f]{8}$')::text::char(1) else slug end, name from tag order by 1"));
    }

    [Fact]
    public async Task A_slug_that_a_file_gives_a_tag_or_a_category_is_its_slug_and_part_of_its_path()
    {
        _site.Write("a.md", "---\ntitle: A\ntags: [{name: Tea, slug: green-tea}, tea]\ncategories:\n- [{name: Food, slug: eat}, Hot]\n---\n");
        await _site.ImportAsync();
        _site.Write("b.md", "---\ntitle: B\ntags: [{name: tea, slug: Green Tea}, {name: Cake, slug: cake}, cake]\n---\n");
        await _site.ImportAsync();

        Assert.Equal("Cake|cake\nTea|green-tea\ntea|tea", await _site.QueryAsync("select name, slug from tag order by slug"));
        Assert.Equal("Food|eat\nHot|eat/hot", await _site.QueryAsync("select name, path from category order by path"));
    }

    [Fact]
    public async Task An_authors_address_is_the_ordinal_smallest_that_articles_give()
    {
        _site.Write("a.md", "---\ntitle: A\nauthor: {name: Ada, url: 'https://b.example'}\n---\n");
        _site.Write("b.md", "---\ntitle: B\nauthor: {name: ada, url: 'https://a.example'}\n---\n");
        _site.Write("c.md", "---\ntitle: C\nauthor: Ada\n---\n");
        await _site.ImportAsync();
        Assert.Equal("Ada|ada|https://a.example", await _site.QueryAsync("select name, slug, url from author"));

        _site.Write("b.md", "---\ntitle: B\n---\n");
        await _site.ImportAsync();
        Assert.Equal("Ada|ada|https://b.example", await _site.QueryAsync("select name, slug, url from author"));
    }

    [Fact]
    public async Task Paths_that_share_a_beginning_give_one_edge_for_each_category()
    {
        _site.Write("source/_posts/a.md", "---\ntitle: A\ncategories:\n- [News, Sports]\n- [News, Film]\n- News\n- Other\n---\n");
        await _site.ImportAsync();

        Assert.Equal(
            """
            news|t|0
            news/film|t|1
            news/sports|t|0
            other|t|3
            """,
            await _site.QueryAsync("select path, is_leaf, e.position from article_category e join category c on c.id = category_id order by path"));
        Assert.Equal("news/sports", await _site.QueryAsync("select c.path from article a join category c on c.id = a.primary_category_id"));
    }

    [Fact]
    public async Task The_closure_holds_every_pair_and_shrinks_with_the_tree()
    {
        _site.Write("source/_posts/a.md", "---\ntitle: A\ncategories: [One, Two, Three]\n---\n");
        _site.Write("source/_posts/b.md", "---\ntitle: B\ncategories: [One, Four]\n---\n");
        await _site.ImportAsync();
        const string Pairs = "select a.path, d.path, distance from category_closure x join category a on a.id = ancestor_id join category d on d.id = descendant_id order by 1, 2";
        Assert.Equal(
            """
            one|one|0
            one|one/four|1
            one|one/two|1
            one|one/two/three|2
            one/four|one/four|0
            one/two|one/two|0
            one/two|one/two/three|1
            one/two/three|one/two/three|0
            """,
            await _site.QueryAsync(Pairs));

        _site.Write("source/_posts/a.md", "---\ntitle: A\ncategories: [One, Two]\n---\n");
        await _site.ImportAsync();
        Assert.Equal("one|one|0\none|one/four|1\none|one/two|1\none/four|one/four|0\none/two|one/two|0", await _site.QueryAsync(Pairs));
        Assert.Equal("f\nt", await _site.QueryAsync("select distinct is_leaf from article_category order by 1"));
    }

    [Fact]
    public async Task Authors_and_categories_of_the_same_name_are_different_things()
    {
        _site.Write("a.md", "---\ntitle: A\nauthor: Film\ncategories: [Film]\ntags: [Film]\n---\n");
        await _site.ImportAsync();

        Assert.Equal("3", await _site.QueryAsync("select count(distinct id) from (select id from author union all select id from category union all select id from tag) x"));
    }

    [Fact]
    public async Task Edges_carry_what_lists_filter_by()
    {
        _site.Write("a.md", "---\ntitle: A\ndate: 2026-01-02T03:04:05Z\nexpiryDate: 2027-01-01T00:00:00Z\ndraft: yes\nlayout: page\ntags: [x]\ncategories: [c]\nauthor: n\ncover: https://e.org/a.png\n---\n");
        await _site.ImportAsync();

        foreach (var edge in (string[])["tag", "category", "author", "image"])
        {
            Assert.Equal(
                "PAGE|t|2026-01-02 03:04:05|2027-01-01 00:00:00",
                await _site.QueryAsync($"select kind, draft, published_sort at time zone 'UTC', expires_sort at time zone 'UTC' from article_{edge}"));
        }
    }
}
