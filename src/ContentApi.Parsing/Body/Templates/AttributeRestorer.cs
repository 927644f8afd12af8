using System.Net;
using System.Text;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// Puts template code back into the attributes of one start tag. What was put back has passed no check of addresses, which
/// saw placeholders, so each address is looked at again.
/// </summary>
internal static class AttributeRestorer
{
    /// <summary>The tag without placeholders in its attributes.</summary>
    /// <param name="tag">A start tag as our own renderers write it: attributes are <c>name="value"</c>.</param>
    /// <param name="source">Knows what stands for the placeholders.</param>
    public static string Restore(string tag, TemplateText source)
    {
        var element = tag.AsSpan(1, tag.AsSpan(1).IndexOfAny(" />"));
        var result = new StringBuilder(tag.Length);
        var at = 0;
        while (tag.IndexOf("=\"", at, StringComparison.Ordinal) is >= 0 and var equals && tag.IndexOf('"', equals + 2) is >= 0 and var close)
        {
            var value = tag[(equals + 2)..close];
            if (source.Next(value) < 0)
            {
                result.Append(tag, at, close + 1 - at);
                at = close + 1;
                continue;
            }

            var nameStart = tag.LastIndexOf(' ', equals, equals - at + 1) + 1;
            var name = tag.AsSpan(nameStart, equals - nameStart);
            var restored = source.Restore(WebUtility.HtmlDecode(value));
            if (IsHarmless(element, name, restored))
                result.Append(tag, at, equals + 2 - at).Append(HtmlWriter.Escape(restored)).Append('"');
            else
                result.Append(tag, at, Math.Max(nameStart - 1, at) - at);
            at = close + 1;
        }

        return result.Append(tag, at, tag.Length - at).ToString();
    }

    // The same as the renderers and the sanitiser let pass.
    private static bool IsHarmless(ReadOnlySpan<char> element, ReadOnlySpan<char> name, string value) => name switch
    {
        "src" when element is "img" => WebAddress.IsSafeImage(value),
        "srcset" => SrcSet.Parse(value).All(candidate => WebAddress.IsSafeImage(candidate.Address)),
        "href" or "src" or "cite" or "poster" => WebAddress.IsSafeLink(value),
        _ => true,
    };
}
