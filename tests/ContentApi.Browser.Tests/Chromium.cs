using Microsoft.Playwright;

namespace ContentApi.Browser.Tests;

/// <summary>The browser of this machine. Playwright would bring one of its own, which is more to download and to trust.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    // It runs as root in containers, and has nobody to report to.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        // Five seconds are not enough for GraphiQL while a small machine runs other tests too.
        Assertions.SetDefaultExpectTimeout(60_000);
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Find(), Args = Arguments });
    }

    private static string Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(_ => Names, Path.Combine)
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException($"The browser tests need Chromium and found none of {string.Join(", ", Names)} on the PATH: install it, on Debian with 'apt-get install chromium'.");
}
