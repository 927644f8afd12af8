using System.Text;

namespace ContentApi.Parsing.Tests.Body;

public sealed class ImageFinderTests
{
    [Theory]
    [InlineData("a.md", "![x](../a%20b.png)", "<p><img src=\"/i/../a%20b.png\" alt=\"x\" /></p>")]
    [InlineData("a.md", "![x](<a b.png>)", "<p><img src=\"/i/a%20b.png\" alt=\"x\" /></p>")]
    [InlineData("a.md", "![x](<a b.png>)<br>", "<p><img src=\"/i/a b.png\" alt=\"x\"><br></p>")]
    [InlineData("a.md", "[![x](a.png)](b.png)", "<p><a href=\"/i/b.png\"><img src=\"/i/a.png\" alt=\"x\" /></a></p>")]
    [InlineData("a.md", "[![x](a.png) ![y](c.png)](b.png)<br>", "<p><a href=\"/i/b.png\"><img src=\"/i/a.png\" alt=\"x\"> <img src=\"/i/c.png\" alt=\"y\"></a><br></p>")]
    [InlineData("a.md", "[![x](a.png) ![y](c.png)](b.png)", "<p><a href=\"/i/b.png\"><img src=\"/i/a.png\" alt=\"x\" /> <img src=\"/i/c.png\" alt=\"y\" /></a></p>")]
    [InlineData("a.md", "[![x](a.png)](b.html) [y](b.png)", "<p><a href=\"b.html\"><img src=\"/i/a.png\" alt=\"x\" /></a> <a href=\"b.png\">y</a></p>")]
    [InlineData("a.html", "<p><a href=b.png><img src=a.png><img src=c.png></a></p>", "<p><a href=\"/i/b.png\"><img src=\"/i/a.png\"><img src=\"/i/c.png\"></a></p>")]
    [InlineData("a.html", "<p><a href=javascript:b.png><img src=a.png></a></p>", "<p><a><img src=\"/i/a.png\"></a></p>")]
    [InlineData("a.html", "<p><a href='{{b}}.png'><img src=a.png></a></p>", "<p><a href=\"{{b}}.png\"><img src=\"/i/a.png\"></a></p>")]
    [InlineData("a.html", "<video src=a.mp4 poster=a.png></video><video poster=//e.org/a.png></video><video poster=javascript:a.png></video>", "<video src=\"a.mp4\" poster=\"/i/a.png\"></video><video poster=\"https://e.org/a.png\"></video><video></video>")]
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
