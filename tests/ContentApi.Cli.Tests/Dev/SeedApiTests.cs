using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Dev;

/// <summary>The customer's example, asked over HTTP for everything that is in it.</summary>
public sealed partial class SeedApiTests : IDisposable
{
    private const string Query = """
        { articles { nodes { title slug kind status publishedAt updatedAt commentsEnabled params locale
          sourceDate { raw timeZone assumedZone }
          authors { name slug }
          categories { name path depth ancestors { name path } }
          primaryCategory { name }
          tags { name }
          cover { url sourceUrl origin }
          images { totalCount edges { position roles thumbnailUrl node { url } } }
          body { format html text } wordCount readingTime tableOfContents { id }
          source { path dialect bodyStartLine } } } }
        """;

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task The_example_answers_with_all_that_its_file_says()
    {
        await using var dev = await DevProcess.StartAsync(RepositoryFiles.Seed, _data["data"]);

        var article = (await dev.QueryAsync(Query)).GetProperty("data").GetProperty("articles").GetProperty("nodes").EnumerateArray().Single();

        Approved.Check(JsonSerializer.Serialize(WithoutBody(article), Readable), "The_example_answers_with_all_that_its_file_says");
        ExpectImages(article.GetProperty("images"));
        ExpectSafeHtml(article.GetProperty("body").GetProperty("html").GetString()!);
        var text = article.GetProperty("body").GetProperty("text").GetString()!;
        Assert.StartsWith("浙江省首个大型超算中心——", text, StringComparison.Ordinal);
        Assert.EndsWith("（记者 朱承 通讯员 徐潇卓）", text.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain('<', text);
    }

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The body and the images are the example's own text: what is said of them is checked, they are not kept here.
    private static Dictionary<string, JsonElement> WithoutBody(JsonElement article) =>
        article.EnumerateObject().Where(field => field.Name is not ("body" or "images")).ToDictionary(field => field.Name, field => field.Value);

    private static void ExpectImages(JsonElement images)
    {
        var edges = images.GetProperty("edges").EnumerateArray().ToList();
        Assert.Equal(7, images.GetProperty("totalCount").GetInt32());
        Assert.Equal(7, edges.Count);
        Assert.Equal(["COVER", "THUMBNAIL"], Roles(edges[0]));
        Assert.Contains("/thumb/", edges[0].GetProperty("node").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.All(edges.Skip(1), edge =>
        {
            var full = edge.GetProperty("node").GetProperty("url").GetString()!;
            Assert.Equal(["INLINE"], Roles(edge));
            Assert.DoesNotContain("/thumb/", full, StringComparison.Ordinal);
            Assert.Equal(full.Replace("/article/", "/thumb/article/", StringComparison.Ordinal), edge.GetProperty("thumbnailUrl").GetString());
        });
        Assert.Equal(Enumerable.Range(0, 7), edges.Select(edge => edge.GetProperty("position").GetInt32()));
    }

    private static void ExpectSafeHtml(string html)
    {
        Assert.DoesNotContain("<pre", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-original", html, StringComparison.Ordinal);
        Assert.Equal(6, RealImage().Count(html));
        Assert.Equal(6, Image().Count(html));
    }

    private static IEnumerable<string?> Roles(JsonElement edge) => edge.GetProperty("roles").EnumerateArray().Select(role => role.GetString());

    [GeneratedRegex("<img src=\"https://static\\.cnbetacdn\\.com/article/[^\"]+\" referrerpolicy=\"no-referrer\">", RegexOptions.CultureInvariant)]
    private static partial Regex RealImage();

    [GeneratedRegex("<img", RegexOptions.CultureInvariant)]
    private static partial Regex Image();
}
