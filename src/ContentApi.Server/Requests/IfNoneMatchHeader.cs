using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace ContentApi.Server.Requests;

/// <summary>The condition of a request for what the client does not have yet (RFC 9110, section 13.1.2).</summary>
internal static class IfNoneMatchHeader
{
    /// <summary>True when the client has the representation of this tag: compared weakly, <c>*</c> matches any. Only GET and HEAD ask so.</summary>
    public static bool Matches(HttpRequest request, string entityTag)
    {
        var header = request.Headers.IfNoneMatch;
        if (header.Count == 0 || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)))
            return false;
        if (header.Count == 1 && (header[0] == entityTag || header[0] == "*"))
            return true;
        return EntityTagHeaderValue.TryParseList(header, out var tags)
            && tags.Any(tag => tag.Tag == entityTag || tag.Equals(EntityTagHeaderValue.Any));
    }
}
