using ContentApi.Parsing.Body;

namespace ContentApi.Parsing.Fields;

/// <summary>Paths of a site as front matter writes them.</summary>
internal static class SitePath
{
    /// <summary>Starts with <c>/</c>, has no trailing slash. Null for what is no path: a pattern or template with placeholders, or an address of another kind.</summary>
    /// <param name="text">A path, or an absolute address, whose path counts.</param>
    /// <param name="folders">Those that a path without a leading <c>/</c> follows.</param>
    public static string? Normalise(string text, IEnumerable<string>? folders = null)
    {
        if (TemplateAddress.IsTemplate(text) || text.Contains('\n'))
            return null;
        if (WebAddress.SchemeOf(WebAddress.WithScheme(text)) is { } scheme)
        {
            if (scheme is not ("http" or "https") || text.IndexOf("//", StringComparison.Ordinal) is not (>= 0 and var slashes))
                return null;
            var slash = text.IndexOf('/', slashes + 2);
            text = slash < 0 ? "/" : text[slash..];
        }

        // A query or a fragment alone leads nowhere else.
        var end = text.AsSpan().IndexOfAny('?', '#');
        if (end == 0)
            return null;
        List<string> segments = folders is null || text.StartsWith('/') ? [] : [.. folders];
        foreach (var segment in (end < 0 ? text : text[..end]).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            // Hexo, Hugo and Jekyll: ":year/:title" is a pattern to make paths with.
            if (segment.Length > 1 && segment[0] == ':' && char.IsLetter(segment[1]))
                return null;
            if (segment is "..")
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            else if (segment is not ".")
                segments.Add(Decode(segment));
        }

        if (segments is [.., var last] && last.Equals("index.html", StringComparison.OrdinalIgnoreCase))
            segments.RemoveAt(segments.Count - 1);
        return "/" + string.Join('/', segments);
    }

    // Percent-encoded text is kept when it is not UTF-8 or would end a segment.
    private static string Decode(string segment)
    {
        var decoded = Uri.UnescapeDataString(segment);
        return Composed.Of(decoded.Contains('/') || decoded.Contains('\0') ? segment : decoded);
    }
}
