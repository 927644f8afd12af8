using System.Buffers.Binary;
using System.Text.RegularExpressions;
using ContentApi.TestSupport;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContentApi.Browser.Tests;

/// <summary>Takes the pictures of the manual. They are kept when CONTENTAPI_PICTURES names a folder, as <c>docs/images/make</c> does.</summary>
public sealed class PictureTests(SampleSite site) : IDisposable
{
    private const int Width = 1280;
    private const int MostBytes = 300_000;

    private readonly TemporaryFolder _temporary = new();

    private string Folder => Environment.GetEnvironmentVariable("CONTENTAPI_PICTURES") is { Length: > 0 } folder ? folder : _temporary.Path;

    [Theory]
    [InlineData("first-page-light", ColorScheme.Light)]
    [InlineData("first-page-dark", ColorScheme.Dark)]
    public async Task The_first_page(string name, ColorScheme scheme)
    {
        await using var tab = await site.OpenAsync(site.PictureAddress, Width, height: 1120, scheme);
        await tab.PicturesAsync();

        await TakeAsync(tab, name);
    }

    [Fact]
    public async Task The_IDE()
    {
        await using var tab = await site.OpenAsync(site.PictureAddress, Width, height: 800);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Newest articles" }).ClickAsync();
        await Expect(tab.Page.Locator(".graphiql-query-editor")).ToContainTextAsync("Newest");
        await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Execute query") }).ClickAsync();
        await Expect(tab.Page.Locator(".graphiql-response")).ToContainTextAsync("totalCount");

        // Colours of the syntax come from a worker, after the text.
        await Expect(tab.Page.Locator(".graphiql-response .view-line span span[class*=mtk]").Nth(20)).ToBeVisibleAsync();
        await tab.Page.Mouse.MoveAsync(Width / 2, 795);
        await TakeAsync(tab, "ide");
    }

    public void Dispose() => _temporary.Dispose();

    private async Task TakeAsync(Tab tab, string name)
    {
        var png = await tab.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });

        Assert.Equal(Width, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)));
        Assert.InRange(png.Length, 30_000, MostBytes);
    }
}
