using System.Text.Json.Nodes;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Execution;
using ContentApi.TestSupport;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Paths and file paths are unique within a content folder, and several folders may share a database.</summary>
public sealed class TwoSourcesTests(SampleDatabase database) : IAsyncLifetime
{
    private TestDatabase? _own;

    public async ValueTask InitializeAsync()
    {
        _own = await (await PostgresServer.GetAsync()).CreateDatabaseAsync();
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(_own.ConnectionString));
        var (first, second) = (Source(1, "a-blog", "en"), Source(2, "b-blog", "en"));
        second.Title = "The second";
        context.AddRange(first, second);
        context.AddRange(
            Article(1, first, "/same", "z.md", "fr"),
            Article(2, second, "/same", "y.md", "en"),
            Article(3, second, "/first", "z.md", "fr"),
            Article(4, first, "/\uffff", "x.md", "fr", slug: "ordinal"),
            Article(5, first, "/\U0001F600", "w.md", "fr", slug: "ordinal"));
        context.AddRange(
            Redirect("/was", first, 1), Redirect("/was", second, 2), Redirect("/both", first, 4),
            Alias("/both", 2), Alias("/given", 5), Alias("/given", 3), Alias("/given", 4), Alias("/ordinal", 5), Alias("/ordinal", 4), Alias("/first", 1));
        await context.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync() => await _own!.DisposeAsync();

    [Theory]
    [InlineData("path: \"/same\"", "y.md")]
    [InlineData("sourcePath: \"z.md\"", "z.md /first")]
    [InlineData("slug: { slug: \"s\" }", "y.md")]
    [InlineData("slug: { slug: \"s\", locale: \"fr\" }", "z.md /first")]
    [InlineData("slug: { slug: \"ordinal\" }", "x.md")]
    public async Task Of_several_articles_the_default_language_comes_first_and_then_the_smallest_path(string key, string expected)
    {
        var article = (await DataAsync($"{{ article(by: {{ {key} }}) {{ path source {{ path }} }} }}"))["article"]!;

        Assert.StartsWith(expected, $"{article["source"]!["path"]} {article["path"]}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/was", "y.md")]
    [InlineData("/both", "x.md")]
    [InlineData("/given", "z.md /first")]
    [InlineData("/ordinal", "x.md")]
    [InlineData("/first", null)]
    public async Task Of_several_redirects_that_of_an_import_comes_first_and_then_the_article_that_a_look_up_puts_first(string path, string? expected)
    {
        var redirect = (await DataAsync($"{{ redirect(path: \"{path}\") {{ to article {{ path source {{ path }} }} }} }}"))["redirect"];

        Assert.Equal(redirect?["article"]!["path"]!.ToJsonString(), redirect?["to"]!.ToJsonString());
        Assert.Equal(expected, redirect is null ? null : $"{redirect["article"]!["source"]!["path"]} {redirect["to"]}"[..(expected?.Length ?? 0)]);
    }

    [Fact]
    public async Task The_site_takes_each_setting_from_the_first_source_that_has_it() =>
        Assert.Equal("""{"site":{"title":"The second","url":null,"defaultLocale":"en"}}""", (await DataAsync("{ site { title url defaultLocale } }")).ToJsonString());

    [Fact]
    public async Task An_article_of_another_source_is_no_translation() =>
        Assert.Equal("""{"articles":{"nodes":[{"translations":[]},{"translations":[]}]}}""", (await DataAsync("{ articles(where: { path: { eq: \"/same\" } }) { nodes { translations { path } } } }")).ToJsonString());

    private static SourceRow Source(int n, string name, string locale) => new()
    {
        Id = SampleContent.Key(1, n),
        Name = name,
        Address = $"/srv/{name}",
        Root = $"/srv/{name}",
        Dialect = "GENERIC",
        OptionsHash = "-",
        TimeZone = "UTC",
        DefaultLocale = locale,
    };

    private static ArticleRow Article(int n, SourceRow source, string path, string filePath, string locale, string slug = "s") => new()
    {
        Id = SampleContent.Key(6, n),
        SourceId = source.Id,
        FilePath = filePath,
        Path = path,
        Slug = slug,
        Title = "T",
        Excerpt = string.Empty,
        Kind = "ARTICLE",
        Locale = locale,
        TranslationKey = path,
        BodyFormat = "HTML",
        Params = "{}",
        ContentHash = "00",
        ImportedAt = SampleContent.Now,
    };

    private static ArticleRedirectRow Redirect(string path, SourceRow source, int article) =>
        new() { SourceId = source.Id, Path = path, ArticleId = SampleContent.Key(6, article), MovedAt = SampleContent.Now };

    private static ArticleAliasRow Alias(string path, int article) =>
        new() { ArticleId = SampleContent.Key(6, article), Path = path, Position = path.Length };

    private async Task<JsonNode> DataAsync(string query)
    {
        await using var pool = ContentDataSource.Create(_own!.ConnectionString);
        using var executor = new GraphQLExecutor(pool, database.Clock);
        return JsonNode.Parse(await SampleDatabase.RunAsync(executor, query))!["data"]!;
    }
}
