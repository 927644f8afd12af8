using Microsoft.Playwright;

namespace ContentApi.Browser.Tests;

/// <summary>A page in the browser, with everything it asked for and complained about.</summary>
internal sealed class Tab : IAsyncDisposable
{
    public Tab(IPage page)
    {
        Page = page;
        page.Request += (_, request) => Add(Requests, request.Url);
        page.RequestFailed += (_, request) => Add(Complaints, $"{request.Url} failed: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                Add(Complaints, $"{response.Url} answered {response.Status}");
        };
        page.PageError += (_, error) => Add(Complaints, error);
        page.Console += (_, message) =>
        {
            // Violations of the Content-Security-Policy are errors of the console.
            if (message.Type is "error" or "warning")
                Add(Complaints, message.Text);
        };
    }

    public IPage Page { get; }

    public List<string> Requests { get; } = [];

    public List<string> Complaints { get; } = [];

    /// <summary>Waits until every picture of the page is there; one that fails, or is not asked for within half a minute, fails the test.</summary>
    /// <remarks>Playwright's own waiting for an expression compiles it in the page at each look, which the page's Content-Security-Policy refuses from the second on.</remarks>
    public Task PicturesAsync() => Page.EvaluateAsync("Promise.all([...document.images].map(image => image.decode()))").WaitAsync(TimeSpan.FromSeconds(30));

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());

    private static void Add(List<string> list, string text)
    {
        lock (list)
        {
            list.Add(text);
        }
    }
}
