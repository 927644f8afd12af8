using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContentApi.Browser.Tests;

/// <summary>The page at <c>/</c> as a newcomer sees it.</summary>
public sealed class FirstPageTests(SampleSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_shows_what_the_API_says_with_and_without_JavaScript(bool javaScript)
    {
        var data = await QueryAsync("""
            {
              site { title }
              articles(first: 6) { totalCount nodes { title authors { name } primaryCategory { name } } }
              categories { totalCount } tags { totalCount } authors { totalCount } images { totalCount }
              categoryTree { name articleCount }
            }
            """);
        await using var tab = await site.OpenAsync(javaScript: javaScript);

        if (data.GetProperty("site").GetProperty("title").GetString() is { } title)
            await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        var articles = data.GetProperty("articles");
        await Expect(tab.Page.Locator(".card h3")).ToHaveTextAsync(articles.GetProperty("nodes").EnumerateArray().Select(article => article.GetProperty("title").GetString()!));
        await Expect(tab.Page.Locator(".card .category")).ToHaveTextAsync(articles.GetProperty("nodes").EnumerateArray().Select(article => article.GetProperty("primaryCategory")).Where(category => category.ValueKind == JsonValueKind.Object).Select(category => category.GetProperty("name").GetString()!));
        await Expect(tab.Page.Locator(".counts dd")).ToHaveTextAsync(
            new[] { "articles", "categories", "tags", "authors", "images" }.Select(name => data.GetProperty(name).GetProperty("totalCount").GetInt32().ToString("N0", CultureInfo.InvariantCulture)));
        var roots = data.GetProperty("categoryTree").EnumerateArray().First();
        await Expect(tab.Page.Locator(".tree .row").First).ToContainTextAsync(roots.GetProperty("name").GetString()!);
        await Expect(tab.Page.Locator(".tree .row .number").First).ToContainTextAsync(roots.GetProperty("articleCount").GetInt32().ToString("N0", CultureInfo.InvariantCulture));

        await tab.Page.GetByText("The numbers").ClickAsync();
        await Expect(tab.Page.Locator("table")).ToBeVisibleAsync();
        var inMonths = (await tab.Page.Locator("td").AllTextContentsAsync()).Sum(count => int.Parse(count, NumberStyles.AllowThousands, CultureInfo.InvariantCulture));
        Assert.InRange(inMonths, 1, articles.GetProperty("totalCount").GetInt32());
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task All_comes_from_this_server_and_nothing_is_refused_or_missing(ColorScheme scheme)
    {
        await using var tab = await site.OpenAsync(scheme: scheme);

        // Pictures further down are loaded when they come into sight.
        foreach (var card in await tab.Page.Locator(".card").AllAsync())
        {
            await card.ScrollIntoViewIfNeededAsync();
        }

        await tab.PicturesAsync();
        Assert.NotEmpty(await tab.Page.Locator(".cover img").AllAsync());
        Assert.All(tab.Requests, request => Assert.StartsWith(site.Address, request, StringComparison.Ordinal));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task It_is_light_or_dark_as_the_reader_likes_it()
    {
        await using var light = await site.OpenAsync(scheme: ColorScheme.Light);
        await using var dark = await site.OpenAsync(scheme: ColorScheme.Dark);

        Assert.InRange(await BrightnessAsync(light, "backgroundColor"), 230, 255);
        Assert.InRange(await BrightnessAsync(light, "color"), 0, 60);
        Assert.InRange(await BrightnessAsync(dark, "backgroundColor"), 0, 40);
        Assert.InRange(await BrightnessAsync(dark, "color"), 200, 255);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    [InlineData(768)]
    [InlineData(1024)]
    [InlineData(1920)]
    public async Task Nothing_sticks_out_of_the_window(int width)
    {
        await using var tab = await site.OpenAsync(width: width);

        Assert.Equal(width, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(await tab.Page.EvaluateAsync<string[]>(
            "width => [...document.querySelectorAll('body *')].filter(e => !e.closest('pre, .skip, .unseen, .cover') && e.getBoundingClientRect().right > width + 1).map(e => e.outerHTML.slice(0, 80))", width));
    }

    [Fact]
    public async Task The_tab_key_reaches_everything_in_order_and_shows_where_it_is()
    {
        await using var tab = await site.OpenAsync();
        var all = await tab.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href], summary, [tabindex]')].map(e => e.outerHTML.slice(0, 80))");

        var reached = new List<string>();
        for (var i = 0; i < all.Length; i++)
        {
            await tab.Page.Keyboard.PressAsync("Tab");
            reached.Add(await tab.Page.EvaluateAsync<string>("document.activeElement.outerHTML.slice(0, 80)"));
            Assert.True(
                await tab.Page.EvaluateAsync<bool>("(e => e.matches('.skip') || [e, e.closest('.card, .queries li')].some(x => x && getComputedStyle(x).outlineStyle === 'solid'))(document.activeElement)"),
                $"no outline around {reached[^1]}");
        }

        Assert.Equal(all, reached);
        Assert.Contains("class=\"skip\"", reached[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task The_rules_of_accessibility_find_no_fault(int width, ColorScheme scheme)
    {
        await using var tab = await site.OpenAsync(width: width, scheme: scheme);

        await ExpectNoViolationAsync(tab);
    }

    [Fact]
    public async Task Without_content_it_says_what_to_do()
    {
        await using var tab = await site.OpenAsync(await site.ServeNothingAsync());

        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "There is no content yet" })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByText("/home/ada/blog")).ToBeVisibleAsync();
        Assert.Empty(tab.Complaints);
        await ExpectNoViolationAsync(tab);
    }

    private static async Task ExpectNoViolationAsync(Tab tab)
    {
        var result = await tab.Page.RunAxe();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {rule.Help}: {node.Html}")));
    }

    private static Task<double> BrightnessAsync(Tab tab, string property) => tab.Page.EvaluateAsync<double>(
        "property => getComputedStyle(document.body)[property].match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + +part / 3, 0)", property);

    private async Task<JsonElement> QueryAsync(string query)
    {
        using var client = new HttpClient();
        var answer = await client.PostAsJsonAsync($"{site.Address}/graphql", new { query }, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("data");
    }
}
