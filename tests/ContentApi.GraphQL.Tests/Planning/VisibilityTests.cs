using ContentApi.GraphQL.Schema;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Who sees what (contract C2). Articles 100 to 102, 104 and 105 of the sample are hidden, 103 is a page.</summary>
public sealed class VisibilityTests(SampleDatabase database)
{
    public static TheoryData<string> HiddenLookups =>
    [
        "article(by: { path: \"/posts/100\" }) { id }",
        "article(by: { path: \"/posts/101\" }) { id }",
        "article(by: { sourcePath: \"_posts/102.md\" }) { id }",
        "article(by: { path: \"/posts/104\" }) { id }",
        "article(by: { path: \"/posts/105\" }) { id }",
        $"article(by: {{ id: \"{Id("Article", 6, 100)}\" }}) {{ id }}",
        $"article(by: {{ id: \"{Id("Article", 6, 101)}\" }}, preview: false) {{ id }}",
        $"node(id: \"{Id("Article", 6, 100)}\") {{ id }}",
        $"node(id: \"{Id("Article", 6, 101)}\") {{ id }}",
        $"node(id: \"{Id("Article", 6, 102)}\") {{ id }}",
        $"node(id: \"{Id("Category", 2, 4)}\") {{ id }}",
        $"node(id: \"{Id("Category", 2, 5)}\") {{ id }}",
        $"node(id: \"{Id("Category", 2, 6)}\") {{ id }}",
        $"node(id: \"{Id("Tag", 3, 3)}\") {{ id }}",
        $"node(id: \"{Id("Author", 4, 2)}\") {{ id }}",
        $"node(id: \"{Id("Image", 5, 2)}\") {{ id }}",
        "category(by: { path: \"secret\" }) { id }",
        "category(by: { path: \"life/drawer\" }) { id }",
        "category(by: { path: \"attic\" }) { id }",
        "category(by: { path: \"attic/box\" }) { id }",
        $"category(by: {{ id: \"{Id("Category", 2, 4)}\" }}) {{ id }}",
        "tag(by: { slug: \"hidden\" }) { id }",
        $"tag(by: {{ id: \"{Id("Tag", 3, 3)}\" }}) {{ id }}",
        "author(by: { slug: \"ghost\" }) { id }",
        "image(by: { url: \"https://img.example/hidden.png\" }) { id }",
        $"image(by: {{ id: \"{Id("Image", 5, 2)}\" }}) {{ id }}",
        $"node(id: \"{Id("Image", 5, 5)}\") {{ id }}",
        $"image(by: {{ id: \"{Id("Image", 5, 5)}\" }}) {{ id }}",
        "image(by: { url: \"https://img.example/face.png\" }) { id }",
        "image(by: { contentHash: \"f0\" }) { id }",
        $"node(id: \"{Id("Image", 5, 6)}\") {{ id }}",
        $"image(by: {{ id: \"{Id("Image", 5, 6)}\" }}) {{ id }}",
        "image(by: { url: \"http://api.example/images/e/Early.png\" }) { id }",
        "image(by: { contentHash: \"e0\" }) { id }",
        "redirect(path: \"/old-draft\") { to }",
        "redirect(path: \"/old-scheduled\") { to }",
        "redirect(path: \"/old-expired\", preview: false) { to }",
    ];

    [Theory]
    [MemberData(nameof(HiddenLookups))]
    public async Task What_is_hidden_is_not_found(string field)
    {
        Assert.Equal("""{"found":null}""", (await database.DataAsync($"{{ found: {field} }}")).ToJsonString());
        Assert.Equal("""{"found":null}""", (await database.DataAsync($"{{ found: {field} }}", isEditor: true)).ToJsonString());
    }

    [Theory]
    [InlineData("articles(first: 50) { nodes { path } }", "articles { totalCount }", 24)]
    [InlineData("categories(first: 50) { nodes { path } }", "categories { totalCount }", 4)]
    [InlineData("tags(first: 50) { nodes { slug } }", "tags { totalCount }", 4)]
    [InlineData("authors(first: 50) { nodes { slug } }", "authors { totalCount }", 2)]
    [InlineData("images(first: 50) { nodes { url } }", "images { totalCount }", 3)]
    public async Task Lists_hold_and_count_what_is_public(string list, string count, int expected)
    {
        foreach (var isEditor in new[] { false, true })
        {
            var data = await database.DataAsync($"{{ list: {list} count: {count} }}", isEditor: isEditor);

            Assert.Equal(expected, data["list"]!["nodes"]!.AsArray().Count);
            Assert.Equal(expected, data["count"]!["totalCount"]!.GetValue<int>());
        }
    }

    private static string Attic => Id("Category", 2, 6);

    [Fact]
    public async Task Everything_below_what_is_public_is_public()
    {
        const string Below = "articles(first: 50, where: { kind: { in: [ARTICLE, PAGE] } }) { nodes { path status } totalCount }";
        string[] fields =
        [
            $$"""categories(first: 50) { nodes { path articleCount children(first: 50) { nodes { path } totalCount } {{Below}} } }""",
            $$"""categoryTree { path articleCount {{Below}} }""",
            $$"""tags(first: 50) { nodes { slug articleCount coOccurring { tag { slug } } {{Below}} } }""",
            $$"""authors(first: 50) { nodes { slug url bio params avatar { url } articleCount {{Below}} } }""",
            $$"""images(first: 50) { nodes { url articles(first: 50) { nodes { path status } totalCount } } }""",
            $$"""site { articleCount locales }""",
            $$"""facets(where: { kind: { nin: [] } }) { categories { category { path } } below: categories(parent: "{{Attic}}") { category { path } } tags { tag { slug } } authors { author { slug } } locales { value } archive { articles(first: 50) { nodes { path status } } } }""",
            $$"""beside: articles(first: 50, where: { kind: { nin: [] } }) { nodes { series { title articles { nodes { path status } } } related(first: 20) { article { path status } } previous { path } next { path } before: previous(within: SERIES) { path } after: next(within: SERIES) { path } older: previous(within: PRIMARY_CATEGORY) { path } newer: next(within: PRIMARY_CATEGORY) { path } } }""",
        ];

        foreach (var isEditor in new[] { false, true })
        {
            var answers = new List<string>();
            foreach (var field in fields)
            {
                answers.Add(await database.RunAsync($"{{ {field} }}", isEditor: isEditor));
            }

            var body = string.Concat(answers);
            Assert.All(new[] { "/posts/100", "/posts/101", "/posts/102", "/posts/104", "/posts/105", "secret", "drawer", "attic", "\"hidden", "ghost", "hidden.png", "face.png", "arly", "A tea", "A walk", "\"de\"", "\"fr\"", "DRAFT", "SCHEDULED", "EXPIRED", "errors" }, hidden => Assert.DoesNotContain(hidden, body, StringComparison.Ordinal));
            Assert.Contains("/posts/103", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Counts_are_of_posts_that_are_public()
    {
        var data = await database.DataAsync("{ site { articleCount locales } tag(by: { slug: \"about\" }) { articleCount articles { totalCount } all: articles(where: { kind: { nin: [] } }) { totalCount } } life: category(by: { path: \"life\" }) { articleCount articles { totalCount } } }");

        Assert.Equal(
            """{"site":{"articleCount":24,"locales":["en","zh-Hans"]},"tag":{"articleCount":0,"articles":{"totalCount":0},"all":{"totalCount":1}},"life":{"articleCount":8,"articles":{"totalCount":8}}}""",
            data.ToJsonString());
    }

    [Theory]
    [InlineData("status: { eq: DRAFT }", 0)]
    [InlineData("status: { eq: SCHEDULED }", 0)]
    [InlineData("status: { in: [EXPIRED, DRAFT] }", 0)]
    [InlineData("status: { neq: PUBLISHED }", 0)]
    [InlineData("not: { status: { eq: PUBLISHED } }", 0)]
    [InlineData("status: { eq: PUBLISHED }", 24)]
    [InlineData("or: [{ status: { eq: DRAFT } }, { slug: { eq: \"s0\" } }]", 5)]
    public async Task Asking_for_another_status_gives_an_empty_list(string where, int count)
    {
        var data = await database.DataAsync($"{{ articles(first: 50, where: {{ {where} }}) {{ totalCount nodes {{ id }} }} }}");

        Assert.Equal(count, data["articles"]!["totalCount"]!.GetValue<int>());
        Assert.Equal(count, data["articles"]!["nodes"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("", 24)]
    [InlineData("where: {}", 24)]
    [InlineData("where: { path: { eq: \"/posts/103\" } }", 0)]
    [InlineData("where: { kind: { eq: PAGE } }", 1)]
    [InlineData("where: { kind: { neq: ARTICLE } }", 1)]
    [InlineData("where: { kind: {} }", 25)]
    [InlineData("where: { and: [{ or: [{ kind: { eq: ARTICLE } }, { path: { eq: \"/posts/103\" } }] }] }", 25)]
    [InlineData("where: { not: { kind: { eq: ARTICLE } } }", 1)]
    [InlineData("where: { or: [{ not: { and: [{ kind: { eq: PAGE } }] } }, {}] }", 25)]
    public async Task Pages_are_listed_where_the_filter_speaks_of_kinds(string argument, int count)
    {
        var data = await database.DataAsync($"{{ articles(first: 50{(argument.Length == 0 ? "" : ", " + argument)}) {{ totalCount nodes {{ id }} }} }}");

        Assert.Equal(count, data["articles"]!["totalCount"]!.GetValue<int>());
        Assert.Equal(count, data["articles"]!["nodes"]!.AsArray().Count);
    }

    [Fact]
    public async Task An_article_appears_and_disappears_with_the_clock_under_the_same_plan()
    {
        const string Query = """
            {
              scheduled: article(by: { path: "/posts/101" }) { status }
              expiring: article(by: { path: "/posts/102" }) { status }
              secret: category(by: { path: "secret" }) { articleCount }
              articles { totalCount }
            }
            """;
        var clock = new FakeTimeProvider(SampleContent.Now.AddDays(-1).AddMilliseconds(-1));
        using var executor = database.NewExecutor(clock);

        Assert.Equal("""{"data":{"scheduled":null,"expiring":{"status":"PUBLISHED"},"secret":null,"articles":{"totalCount":26}}}""", await SampleDatabase.RunAsync(executor, Query));

        clock.SetUtcNow(SampleContent.Now.AddDays(-1));
        Assert.Equal("""{"data":{"scheduled":null,"expiring":null,"secret":null,"articles":{"totalCount":25}}}""", await SampleDatabase.RunAsync(executor, Query));

        clock.SetUtcNow(SampleContent.Now.AddDays(1).AddMilliseconds(-1));
        Assert.Equal("""{"data":{"scheduled":null,"expiring":null,"secret":null,"articles":{"totalCount":24}}}""", await SampleDatabase.RunAsync(executor, Query));

        clock.SetUtcNow(SampleContent.Now.AddDays(1));
        Assert.Equal("""{"data":{"scheduled":{"status":"PUBLISHED"},"expiring":null,"secret":{"articleCount":1},"articles":{"totalCount":25}}}""", await SampleDatabase.RunAsync(executor, Query));
    }

    [Theory]
    [InlineData("image(by: { url: \"http://api.example/images/d/ann.png\" })")]
    [InlineData("image(by: { contentHash: \"d0\" })")]
    [InlineData("image(by: { id: \"SW1hZ2U6AAAABQAAAAAAAAAAAAAAAw==\" })")]
    [InlineData("node(id: \"SW1hZ2U6AAAABQAAAAAAAAAAAAAAAw==\")")]
    public async Task The_portrait_of_a_visible_author_is_found(string field)
    {
        var data = await database.DataAsync($"{{ found: {field} {{ ... on Image {{ sourceUrl articles {{ totalCount }} }} }} }}");

        Assert.Equal("""{"found":{"sourceUrl":"ann.png","articles":{"totalCount":0}}}""", data.ToJsonString());
    }

    [Fact]
    public async Task A_portrait_appears_with_the_first_article_of_its_author()
    {
        const string Query = """{ image(by: { contentHash: "f0" }) { sourceUrl } }""";
        using var before = database.NewExecutor(new FakeTimeProvider(SampleContent.Now.AddDays(1).AddMilliseconds(-1)));
        using var after = database.NewExecutor(new FakeTimeProvider(SampleContent.Now.AddDays(1)));

        Assert.Equal("""{"data":{"image":null}}""", await SampleDatabase.RunAsync(before, Query));
        Assert.Equal("""{"data":{"image":{"sourceUrl":"https://img.example/face.png"}}}""", await SampleDatabase.RunAsync(after, Query));
    }

    [Theory]
    [InlineData("authors { nodes { slug url bio avatar { sourceUrl } } }")]
    [InlineData("articles(first: 2, where: { path: { in: [\"/posts/000\", \"/posts/001\"] } }, order: { slug: ASC }) { nodes { authors { slug url bio avatar { sourceUrl } } } }")]
    public async Task An_author_is_shown_as_visible_articles_do(string list)
    {
        foreach (var isEditor in new[] { false, true })
        {
            var body = await database.RunAsync($"{{ {list} }}", isEditor: isEditor);

            Assert.Contains("""{"slug":"ann","url":"https://ann.example/","bio":"Writes \"é\".","avatar":{"sourceUrl":"ann.png"}}""", body, StringComparison.Ordinal);
            Assert.Contains("""{"slug":"bo","url":null,"bio":null,"avatar":null}""", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_an_article_says_of_its_author_goes_with_it()
    {
        const string Query = """{ author(by: { slug: "bo" }) { url bio avatar { sourceUrl } } image(by: { contentHash: "e0" }) { sourceUrl } }""";
        using var before = database.NewExecutor(new FakeTimeProvider(SampleContent.Now.AddDays(-1).AddMilliseconds(-1)));
        using var after = database.NewExecutor(new FakeTimeProvider(SampleContent.Now.AddDays(-1)));

        Assert.Equal("""{"data":{"author":{"url":"https://bo.early.example/","bio":"Was early.","avatar":{"sourceUrl":"Early.png"}},"image":{"sourceUrl":"Early.png"}}}""", await SampleDatabase.RunAsync(before, Query));
        Assert.Equal("""{"data":{"author":{"url":null,"bio":null,"avatar":null},"image":null}}""", await SampleDatabase.RunAsync(after, Query));
    }

    [Fact]
    public async Task What_an_article_says_of_an_image_goes_with_it()
    {
        const string Query = """{ image(by: { url: "https://img.example/a.png" }) { alt } }""";
        using var before = database.NewExecutor(new FakeTimeProvider(SampleContent.Now.AddDays(-1).AddMilliseconds(-1)));
        using var after = database.NewExecutor(new FakeTimeProvider(SampleContent.Now.AddDays(-1)));

        Assert.Equal("""{"data":{"image":{"alt":"A"}}}""", await SampleDatabase.RunAsync(before, Query));
        Assert.Equal("""{"data":{"image":{"alt":"alt 0"}}}""", await SampleDatabase.RunAsync(after, Query));
    }

    private static string Id(string type, int kind, int n) => new GlobalId(type, SampleContent.Key(kind, n)).ToString();
}
