using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContentApi.Browser.Tests;

/// <summary>GraphiQL as a newcomer meets it, coming from the first page.</summary>
public sealed class IdeTests(SampleSite site)
{
    [Fact]
    public async Task A_query_of_the_first_page_opens_and_answers()
    {
        await using var tab = await site.OpenAsync();
        var newest = await tab.Page.Locator(".card h3").First.TextContentAsync();

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Newest articles" }).ClickAsync();
        await Expect(tab.Page.Locator(".graphiql-query-editor")).ToContainTextAsync("Newest");
        var answer = await tab.Page.RunAndWaitForResponseAsync(
            () => tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Execute query") }).ClickAsync(),
            response => response.Request.Method == "POST" && response.Request.PostData!.Contains("Newest", StringComparison.Ordinal));

        Assert.Equal(200, answer.Status);
        Assert.Contains(newest!, await answer.TextAsync(), StringComparison.Ordinal);
        await Expect(tab.Page.Locator(".graphiql-response")).ToContainTextAsync("totalCount");
        Assert.All(tab.Requests.Where(request => !request.StartsWith("data:", StringComparison.Ordinal) && !request.StartsWith("blob:", StringComparison.Ordinal)), request => Assert.StartsWith(site.Address, request, StringComparison.Ordinal));
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Chinese_in_a_query_arrives_as_it_is()
    {
        await using var tab = await site.OpenAsync($"/graphql?query={Uri.EscapeDataString("query 片 { __typename }".Replace("片", "Dish # 片儿川\n", StringComparison.Ordinal))}");

        await Expect(tab.Page.Locator(".graphiql-query-editor")).ToContainTextAsync("片儿川");
    }

    [Theory]
    [InlineData(ColorScheme.Light, "rgb(255, 255, 255)")]
    [InlineData(ColorScheme.Dark, null)]
    public async Task It_is_light_or_dark_as_the_reader_likes_it(ColorScheme scheme, string? ground)
    {
        await using var tab = await site.OpenAsync("/graphql", scheme: scheme);
        await Expect(tab.Page.Locator(".graphiql-query-editor .view-lines")).ToBeVisibleAsync();

        var actual = await tab.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor");

        if (ground is null)
            Assert.NotEqual("rgb(255, 255, 255)", actual);
        else
            Assert.Equal(ground, actual);
    }

    [Fact]
    public async Task On_a_phone_the_answer_is_below_the_query_and_nothing_sticks_out()
    {
        await using var tab = await site.OpenAsync("/graphql", width: 360);
        await Expect(tab.Page.Locator(".graphiql-query-editor .view-lines")).ToBeVisibleAsync();
        var query = (await tab.Page.Locator(".graphiql-query-editor").BoundingBoxAsync())!;
        var answer = (await tab.Page.Locator(".graphiql-response").BoundingBoxAsync())!;

        Assert.True(answer.Y > query.Y + query.Height, $"the answer begins at {answer.Y}, the query at {query.Y} and is {query.Height} high");
        Assert.InRange(query.Width, 200, 360);
        Assert.Equal(360, await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task The_mark_leads_back_to_the_first_page()
    {
        await using var tab = await site.OpenAsync("/graphql?query={__typename}");

        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "First page" }).ClickAsync();

        await Expect(tab.Page).ToHaveURLAsync($"{site.Address}/");
    }
}
