using Microsoft.Playwright;

namespace ContentApi.Browser.Tests;

/// <summary>One page of an origin of its own, whose requests never leave the process.</summary>
public sealed class SafetyBrowser : IAsyncLifetime
{
    private const string Origin = "http://content.test/";

    // What a vector calls, or sets, when it runs.
    private const string Canary = "window.__ran = 0; window.alert = window.confirm = window.prompt = window.msgbox = () => { window.__ran++; };";

    // Wakes every handler there is, and keeps clicks from leaving the page.
    private const string Wake = """
        async () => {
          addEventListener('click', e => e.preventDefault());
          await Promise.all([...document.images].filter(i => i.src && !i.complete).map(i => new Promise(done => { i.addEventListener('load', done); i.addEventListener('error', done); })));
          const types = ['click', 'mouseover', 'pointerenter', 'focus', 'focusin', 'toggle', 'beforetoggle', 'load', 'error', 'animationstart', 'begin', 'change', 'start', 'pageshow', 'close'];
          for (const element of document.querySelectorAll('*'))
            for (const type of types) element.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
          const harmless = ['http:', 'https:', 'mailto:', 'tel:', 'ftp:', ':', '', undefined];
          return window.__ran + [...document.querySelectorAll('a, area')].filter(a => !harmless.includes(a.protocol)).length;
        }
        """;

    private const string Insert =
        "list => { for (const html of list) { const div = document.createElement('div'); div.innerHTML = html; document.body.append(div); } }";

    private readonly List<string> _asked = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;
    private string _body = "";

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
        var context = await _browser.NewContextAsync();
        _page = await context.NewPageAsync();
        await _page.AddInitScriptAsync(Canary);
        await _page.RouteAsync("**/*", AnswerAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
    }

    /// <summary>How much of it ran or leads to a scheme that runs, and what it asked of the other host that vectors name.</summary>
    /// <param name="body">Read by the parser of the page.</param>
    /// <param name="inserted">Put into the page by innerHTML.</param>
    public async Task<(int Ran, string Asked)> RenderAsync(string body, IReadOnlyList<string> inserted)
    {
        _body = body;
        _asked.Clear();
        await _page.GotoAsync(Origin);
        await _page.EvaluateAsync(Insert, inserted);
        var ran = await _page.EvaluateAsync<int>(Wake);
        lock (_asked)
            return (ran, string.Join(' ', _asked));
    }

    private async Task AnswerAsync(IRoute route)
    {
        var url = route.Request.Url;
        if (url == Origin)
        {
            await route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html; charset=utf-8", Body = $"<!doctype html><title>x</title><body>{_body}" });
            return;
        }

        // Pictures of other hosts are part of what is served; vectors name a host that no picture has.
        lock (_asked)
        {
            if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Host == "evil.example")
                _asked.Add(url);
        }

        await route.FulfillAsync(new RouteFulfillOptions { Status = 404 });
    }
}
