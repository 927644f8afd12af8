using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContentApi.Server.FirstPage;

/// <summary>Renders components to HTML, once and for good: nothing of them runs in a browser.</summary>
internal sealed class PageRenderer(ILoggerFactory logs) : IDisposable
{
    // Chinese as it is, not as numbers.
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).BuildServiceProvider();

    /// <summary>Renders a page to UTF-8.</summary>
    public async Task<byte[]> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters));
            return Encoding.UTF8.GetBytes(root.ToHtmlString());
        });
    }

    public void Dispose() => _services.Dispose();
}
