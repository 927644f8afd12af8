using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;

namespace ContentApi.Server.FirstPage;

/// <summary><c>/assets/{name}</c>: style and icon of the page.</summary>
internal static class PageAssets
{
    public static readonly PageAsset Style = PageAsset.Read("page.css", "text/css; charset=utf-8");

    public static readonly PageAsset Icon = PageAsset.Read("icon.svg", "image/svg+xml");

    /// <summary>Gives one file.</summary>
    public static IResult Get(string name, HttpContext http)
    {
        var asset = name == Style.Name ? Style : name == Icon.Name ? Icon : null;
        if (asset is null)
            return Problem.NotFound;

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";   // The name holds a hash of the content.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.Bytes(asset.Bytes, asset.ContentType);
    }
}
