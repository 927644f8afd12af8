using System.Text;
using ContentApi.Parsing;
using ContentApi.TestSupport.Xss;
using Microsoft.Playwright;

namespace ContentApi.Browser.Tests;

/// <summary>Renders what is made of every attempt to run a script: by the parser of a page, and by innerHTML as front ends do.</summary>
public sealed class SafetyTests(SafetyBrowser browser) : IClassFixture<SafetyBrowser>
{
    // What Chromium does with the vectors as they are; some are for other browsers.
    private const int LeastAwake = 120;

    public static TheoryData<string> Frames => new(XssVectors.Frames.Select(x => x.Name));

    [Theory]
    [MemberData(nameof(Frames))]
    public async Task Nothing_of_what_is_served_runs_or_loads(string name)
    {
        var frame = XssVectors.Frames.Single(x => x.Name == name);
        var parser = new ArticleParser(new ParseOptions { Dialect = Enum.Parse<Dialect>(frame.Dialect) });
        var served = XssVectors.All
            .Select(vector => parser.Parse(frame.Path, Encoding.UTF8.GetBytes(frame.FileWith(vector))).Article!.Body.Html)
            .ToList();

        Assert.Equal((0, ""), await browser.RenderAsync(string.Concat(served.Select(html => $"<section>{html}</section>\n")), inserted: []));
        Assert.Equal((0, ""), await browser.RenderAsync("", served));
    }

    // A page for each takes most of the time of all these tests, so it ends when enough is seen.
    [Fact]
    public async Task The_same_runs_or_loads_when_nothing_cleans_it()
    {
        var awake = 0;
        foreach (var vector in XssVectors.All.TakeWhile(_ => awake < LeastAwake))
        {
            try
            {
                if (await browser.RenderAsync(vector.Text, inserted: []) != (0, ""))
                    awake++;
            }
            catch (PlaywrightException)
            {
                awake++;   // it took the page elsewhere
            }
        }

        Assert.True(awake >= LeastAwake, $"only {awake} of {XssVectors.All.Count} vectors ran or loaded something: the harness sees too little");
    }
}
