using System.Text;
using System.Text.Encodings.Web;
using ContentApi.Server.Errors;
using ContentApi.Server.Hosting;
using ContentApi.Server.Requests;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.Endpoints;

/// <summary>GraphiQL: the page that browsers get at <c>/graphql</c>, and its files under <c>/ide/</c>.</summary>
internal sealed class IdeEndpoint(IdeFolder folder, RequestContextReader contexts)
{
    // The editor makes style elements while it runs; everything else comes from files of ours.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string PageWithoutIde = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta name="color-scheme" content="light dark">
        <title>ContentApi</title>
        <link rel="icon" href="data:,">
        <h1>ContentApi</h1>
        <p>The API works. GraphiQL, its page for browsers, is missing: install <b>Node.js 18 or later with npm</b>, run <code>ide/build</code> in the repository, and load this page again.</p>
        <p>To ask from a shell:</p>
        <pre>curl {url} --json '{"query": "{ articles { nodes { title path } } }"}'</pre>
        </html>
        """;

    /// <summary>Writes the page; without the files of the IDE, one that says how to get them.</summary>
    public async Task WritePageAsync(HttpContext http)
    {
        var html = await folder.ReadPageAsync(http.RequestAborted)
            ?? Encoding.UTF8.GetBytes(PageWithoutIde.Replace("{url}", HtmlEncoder.Default.Encode($"{contexts.ReadBaseUrl(http)}/graphql"), StringComparison.Ordinal));
        var response = http.Response;
        response.ContentType = $"{MediaType.Html}; charset=utf-8";
        response.ContentLength = html.Length;
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept";
        await response.Body.WriteAsync(html, http.RequestAborted);
    }

    /// <summary>Gives one file, in the smallest encoding that the client takes.</summary>
    public IResult GetFile(string name, HttpContext http)
    {
        var contentType = Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => null,
        };
        if (contentType is null)
            return Problem.NotFound;

        var coding = AcceptEncodingHeader.Choose(http.Request);
        var compressed = coding switch
        {
            ContentCoding.Brotli => folder.Open($"{name}.br"),
            ContentCoding.Gzip => folder.Open($"{name}.gz"),
            _ => null,
        };
        if ((compressed ?? folder.Open(name)) is not { } file)
            return Problem.NotFound;

        var headers = http.Response.Headers;
        if (compressed is not null)
        {
            headers.ContentEncoding = AcceptEncodingHeader.Name(coding);
        }

        headers.Vary = "Accept-Encoding";
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "public, max-age=31536000, immutable";   // The name holds a hash of the content.
        return TypedResults.Stream(file, contentType);
    }
}
