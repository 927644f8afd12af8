using System.Net;
using System.Text;
using System.Text.Json;

namespace ContentApi.Parsing.Tests;

/// <summary>What holds for every article, whatever its file.</summary>
internal static class ArticleChecks
{
    public static void IsConsistent(ParsedArticle article)
    {
        Assert.NotEqual("", article.Title.Trim());
        Assert.NotEqual("", article.Slug);
        Assert.Matches("^/$|^(/[^/]+)+$", article.Path);
        Assert.Equal(TimeSpan.Zero, article.PublishedAt?.Offset ?? TimeSpan.Zero);
        Assert.Equal(article.PublishedAt is null, article.SourceDate is null);
        Assert.All(article.Aliases, alias => Assert.Matches("^/$|^(/[^/]+)+$", alias));
        Assert.Equal(article.Aliases.Append(article.Path), article.Aliases.Append(article.Path).Distinct());
        Assert.Matches("^(key|path):", article.TranslationKey);
        Assert.InRange(Encoding.UTF8.GetByteCount(article.TranslationKey), 1, 2000);
        Assert.Equal(article.Locale, article.Locale is { } tag ? LanguageTag.Normalise(tag) : null);
        Assert.True(double.IsFinite(article.Series?.Position ?? 0), "a position is finite");
        Assert.DoesNotContain('\r', article.Body.Raw);
        foreach (var text in Texts(article))
        {
            Assert.DoesNotContain('\0', text);
            Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        }

        if (article.Body.TableOfContents.Count > 0)
        {
            var html = WebUtility.HtmlDecode(article.Body.Html);
            Assert.All(article.Body.TableOfContents, entry => Assert.Contains($" id=\"{entry.Id}\"", html, StringComparison.Ordinal));
        }

        Assert.Equal(article.Body.TableOfContents.Count, article.Body.TableOfContents.DistinctBy(entry => entry.Id).Count());
        Assert.Equal(article.Images.Count, article.Images.DistinctBy(image => image.Address).Count());
        Assert.All(article.Images, image => Assert.NotEmpty(image.Roles));
        Assert.All(article.CategoryPaths, path => Assert.NotEmpty(path));
        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(article.ParamsJson).RootElement.ValueKind);
        SafeHtml.Check(article.Body.Html);
    }

    private static IEnumerable<string> Texts(ParsedArticle article) =>
    [
        article.Title, article.Slug, article.Path, article.Excerpt, article.Description ?? "", article.ParamsJson, article.Body.Raw,
        article.Body.Html, article.Body.Text, .. article.Tags.Select(tag => tag.Name), .. article.CategoryPaths.SelectMany(path => path).Select(category => category.Name),
        .. article.Authors.Select(author => author.Name), .. article.Images.Select(image => image.Address),
    ];
}
