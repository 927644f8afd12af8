using ContentApi.TestSupport;

namespace ContentApi.Parsing.Tests;

public sealed class SeedTests
{
    private const string Full = "https://static.cnbetacdn.com/article/2021/0919/";
    private const string Thumb = "https://static.cnbetacdn.com/thumb/article/2021/0919/";

    private static readonly string[] Pictures =
        ["2a3f14c6d9914c3.jpeg", "d168a13937f3521.jpeg", "3e3c73612fdbc75.jpeg", "2b373250f67fe5b.jpeg", "97d4264423f61eb.jpeg", "a71149200d3b1a4.jpeg"];

    private readonly ParsedArticle _article = Parse(null);

    [Fact]
    public void The_example_has_its_meta_data()
    {
        Assert.Equal("浙江省首个大型超算中心本月建成投用", _article.Title);
        Assert.Equal("/新媒体/cnbeta/最新/浙江省首个大型超算中心本月建成投用", _article.Path);
        Assert.Equal("浙江省首个大型超算中心本月建成投用", _article.Slug);
        Assert.Equal(new DateTimeOffset(2021, 9, 18, 23, 40, 34, TimeSpan.Zero), _article.PublishedAt);
        Assert.Equal(new SourceDate("Sat, 18 Sep 2021 23:40:34 GMT", "UTC", AssumedZone: false), _article.SourceDate);
        Assert.Equal(["新媒体", "cnBeta", "最新"], Assert.Single(_article.CategoryPaths).Select(x => x.Name));
        Assert.Equal([new ParsedAuthor("cnBeta")], _article.Authors);
        Assert.False(_article.CommentsEnabled);
        Assert.False(_article.IsDraft);
        Assert.Equal(ArticleKind.Article, _article.Kind);
        Assert.Equal("{}", _article.ParamsJson);
        Assert.Null(_article.UpdatedAt);
    }

    [Fact]
    public void The_example_has_seven_images()
    {
        Assert.Equal(7, _article.Images.Count);
        Assert.Equal(Thumb + Pictures[0], _article.Images[0].Address);
        Assert.Equal([ImageRole.Cover, ImageRole.Thumbnail], _article.Images[0].Roles);
        Assert.Equal(Pictures.Select(name => (Full + name, (string?)(Thumb + name))), _article.Images.Skip(1).Select(image => (image.Address, image.ThumbnailAddress)));
        Assert.All(_article.Images.Skip(1), image => Assert.Equal([ImageRole.Inline], image.Roles));
    }

    [Fact]
    public void The_body_of_the_example_is_html_and_no_code()
    {
        var body = _article.Body;

        Assert.Equal(BodyFormat.Html, body.Format);
        Assert.StartsWith("<div>   \n浙江省首个大型超算中心", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre>", body.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-original", body.Html, StringComparison.Ordinal);
        Assert.Contains($"<a target=\"_blank\" href=\"{Full}{Pictures[5]}\" rel=\"noopener\"><img src=\"{Full}{Pictures[5]}\" referrerpolicy=\"no-referrer\"></a>", body.Html, StringComparison.Ordinal);
        Assert.Equal(14, body.StartLine);
        Assert.Empty(body.TableOfContents);
        Assert.StartsWith("浙江省首个大型超算中心——浙江（长三角）", body.Text, StringComparison.Ordinal);
        Assert.Contains("装修和调试。\n该项目位于乌镇京杭大运河北岸", body.Text, StringComparison.Ordinal);
        Assert.EndsWith("（记者 朱承 通讯员 徐潇卓）", body.Text, StringComparison.Ordinal);
        Assert.Equal(body.Text, _article.Excerpt);
        Assert.Equal((549, 1.39), (body.WordCount, body.ReadingMinutes));
        ArticleChecks.IsConsistent(_article);
    }

    [Fact]
    public void Images_are_served_from_where_the_caller_says()
    {
        var asked = new List<string>();
        var article = Parse(address =>
        {
            asked.Add(address);
            return "/images/" + Path.GetFileName(address);
        });

        Assert.Contains($"href=\"/images/{Pictures[5]}\" rel=\"noopener\"><img src=\"/images/{Pictures[5]}\"", article.Body.Html, StringComparison.Ordinal);
        Assert.Equal(_article.Images.Select(image => image.Address), article.Images.Select(image => image.Address));
        Assert.All(asked, address => Assert.StartsWith(Full, address, StringComparison.Ordinal));
    }

    private static ParsedArticle Parse(Func<string, string?>? resolve)
    {
        var file = Assert.Single(Directory.GetFiles(RepositoryFiles.Seed, "*.md", SearchOption.AllDirectories));
        var parser = new ArticleParser(new ParseOptions { Dialect = Dialect.Hexo, ResolveImage = resolve });
        var result = parser.Parse(Path.GetRelativePath(RepositoryFiles.Seed, file).Replace('\\', '/'), File.ReadAllBytes(file));
        Assert.Empty(result.Diagnostics);
        return result.Article!;
    }
}
