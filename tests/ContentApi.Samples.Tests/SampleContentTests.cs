using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Samples.Tests;

/// <summary>What <c>samples/content</c> promises to those who show it.</summary>
public sealed partial class SampleContentTests(SampleSite site)
{
    [Fact]
    public void It_is_imported_without_a_remark()
    {
        Assert.Empty(site.Report.Diagnostics);
        Assert.Equal(0, site.Report.Failed + site.Report.Skipped);
        Assert.Equal(site.Report.Files, site.Report.Created);
    }

    [Fact]
    public async Task It_has_articles_in_two_languages_pages_and_some_that_are_hidden()
    {
        var articles = await ReadAsync(content => content.Articles);
        var listed = articles.Where(article => article.Kind == "ARTICLE" && IsPublic(article)).ToList();

        Assert.True(listed.Count >= 40, $"{listed.Count} articles");
        Assert.True(listed.Count(article => article.Locale == "en") >= 15);
        Assert.True(listed.Count(article => article.Locale == "zh-Hans") >= 15);
        Assert.All(listed, article => Assert.NotNull(article.PublishedAt));
        Assert.True(articles.Count(article => article is { Kind: "PAGE", PublishedAt: null } && IsPublic(article)) >= 3);
        Assert.Contains(articles, article => article.Draft);
        Assert.Contains(articles, article => article.PublishedAt > SampleSite.Now);
        Assert.Contains(articles, article => article.ExpiresAt <= SampleSite.Now);
        Assert.Contains(listed, article => article.BodyFormat == "HTML");
        Assert.Contains(listed, article => article.UpdatedAt is not null);
        Assert.True(listed.Select(article => article.PublishedAt!.Value.ToString("yyyy-MM")).Distinct().Count() >= 20, "A chart by month looks empty.");
    }

    [Fact]
    public async Task Five_articles_are_translated()
    {
        var groups = (await ReadAsync(content => content.Articles))
            .Select(article => (Key: Param(article, "translationKey"), article.Locale))
            .Where(article => article.Key is not null)
            .GroupBy(article => article.Key)
            .ToList();

        Assert.True(groups.Count >= 5, $"{groups.Count} translations");
        Assert.All(groups, group => Assert.True(group.Select(article => article.Locale).Distinct().Count() >= 2, $"{group.Key} is in one language."));
    }

    [Fact]
    public async Task Its_series_have_a_beginning_and_no_gap()
    {
        var series = (await ReadAsync(content => content.Articles))
            .Where(article => Param(article, "series") is not null)
            .GroupBy(article => Param(article, "series"), article => Param(article, "part"))
            .ToList();

        Assert.NotEmpty(series);
        Assert.All(series, parts => Assert.Equal(Enumerable.Range(1, parts.Count()).Select(part => $"{part}"), parts.OrderBy(part => part!.Length).ThenBy(part => part, StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Its_categories_are_three_deep()
    {
        var categories = await ReadAsync(content => content.Categories);

        Assert.True(categories.Count >= 12, $"{categories.Count} categories");
        Assert.Contains(categories, category => category.Depth == 2);
    }

    [Fact]
    public async Task Five_authors_are_introduced()
    {
        var authors = await ReadAsync(content => content.Authors);

        Assert.True(authors.Count(author => author is { AvatarId: not null, Bio: not null }) >= 5);
        Assert.All(authors, author => Assert.NotNull(author.AvatarId));
        Assert.Equal(authors.Count, authors.Select(author => author.AvatarId).Distinct().Count());
    }

    [Fact]
    public async Task Every_picture_is_a_file_of_the_folder_with_words_for_those_who_cannot_see_it()
    {
        var images = await ReadAsync(content => content.Images);
        var uses = await ReadAsync(content => content.Set<ArticleImageRow>());

        Assert.True(images.Count >= 25, $"{images.Count} images");
        Assert.All(images, image => Assert.True(image.FilePath is not null && File.Exists(Path.Combine(SampleSite.Folder, image.FilePath)), $"{image.SourceUrl} is no file."));
        Assert.All(uses.Where(use => use.Roles.Contains("INLINE")), use => Assert.False(string.IsNullOrWhiteSpace(use.Alt), $"{use.SourceUrl} has no alternative text."));
    }

    [Fact]
    public async Task No_picture_is_without_an_article_or_author()
    {
        var images = (await ReadAsync(content => content.Images)).Select(image => image.FilePath!);
        var files = Directory.EnumerateFiles(Path.Combine(SampleSite.Folder, "images"), "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(SampleSite.Folder, path));

        Assert.Equal(files.Order(StringComparer.Ordinal), images.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_link_inside_the_folder_leads_to_an_article()
    {
        var articles = await ReadAsync(content => content.Articles);
        var bodies = (await ReadAsync(content => content.Set<ArticleBodyRow>())).ToDictionary(body => (body.ArticleId, body.Hash));
        var paths = articles.Select(article => article.Path).ToHashSet(StringComparer.Ordinal);
        var links = articles.SelectMany(article => Href().Matches(bodies[(article.Id, article.BodyHash)].Html).Select(match => (article.FilePath, Target: WebUtility.HtmlDecode(match.Groups["address"].Value)))).ToList();
        var inside = links.Where(link => link.Target[0] == '/').ToList();

        Assert.True(inside.Count >= 5, $"{inside.Count} links between articles");
        Assert.All(inside, link => Assert.Contains(Uri.UnescapeDataString(link.Target.Split('#')[0]), paths));
        Assert.All(links.Except(inside), link => Assert.True(link.Target[0] == '#' || link.Target.StartsWith("https://", StringComparison.Ordinal), $"{link.FilePath}: {link.Target}"));
    }

    private static bool IsPublic(ArticleRow article) =>
        !article.Draft && !(article.PublishedAt > SampleSite.Now) && !(article.ExpiresAt <= SampleSite.Now);

    private static string? Param(ArticleRow article, string key)
    {
        using var parameters = JsonDocument.Parse(article.Params);
        return parameters.RootElement.TryGetProperty(key, out var value) ? value.ToString() : null;
    }

    private async Task<List<TRow>> ReadAsync<TRow>(Func<ContentDbContext, IQueryable<TRow>> rows)
        where TRow : class
    {
        await using var context = new ContentDbContext(ContentDbContext.OptionsFor(site.ConnectionString));
        return await rows(context).AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Href();
}
