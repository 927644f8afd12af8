using System.Text;

namespace ContentApi.Parsing.Tests.Body;

public sealed class ImageFinderTests
{
    [Theory]
    [InlineData("a.md", "![x](../a%20b.png)", "<p><img src=\"/i/../a%20b.png\" alt=\"x\" /></p>")]
    [InlineData("a.md", "![x](<a b.png>)", "<p><img src=\"/i/a%20b.png\" alt=\"x\" /></p>")]
    [InlineData("a.md", "![x](<a b.png>)<br>", "<p><img src=\"/i/a b.png\" alt=\"x\"><br></p>")]
    [InlineData("a.md", "[![x](a.png)](b.png)", "<p><a href=\"b.png\"><img src=\"/i/a.png\" alt=\"x\" /></a></p>")]
    [InlineData("a.html", "<img src=a.png srcset='b.png 1x, c.png 2x'>", "<img src=\"/i/a.png\" srcset=\"/i/b.png 1x, /i/c.png 2x\">")]
    [InlineData("a.html", "<picture><source srcset=b.png><img src=a.png></picture>", "<picture><source srcset=\"/i/b.png\"><img src=\"/i/a.png\"></picture>")]
    [InlineData("a.html", "<img src=https://e.org/a.png>", "<img src=\"https://e.org/a.png\">")]
    public void Images_are_served_from_where_the_caller_says(string path, string body, string html)
    {
        var options = new ParseOptions
        {
            Dialect = Dialect.Generic,
            ResolveImage = address => address.Contains("://", StringComparison.Ordinal) ? null : "/i/" + address,
        };
        var article = new ArticleParser(options).Parse(path, Encoding.UTF8.GetBytes("---\ntitle: T\n---\n" + body)).Article!;

        Assert.Equal(html, article.Body.Html);
    }
}
