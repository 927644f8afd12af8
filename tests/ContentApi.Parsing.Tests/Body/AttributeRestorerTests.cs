using ContentApi.Parsing.Body.Templates;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>The last check of addresses, on code that no earlier one has made harmless.</summary>
public sealed class AttributeRestorerTests
{
    [Theory]
    [InlineData("<a href=\"@\" title=\"b\">", "javascript:alert(1)", "<a title=\"b\">")]
    [InlineData("<a title=\"b\" href=\"java@\">", "script:alert(1)", "<a title=\"b\">")]
    [InlineData("<a href=\"@:alert(1)\">", " Java\tScript", "<a>")]
    [InlineData("<a href=\"@\">", "data:image/png;base64,x", "<a>")]
    [InlineData("<img alt=\"@\" src=\"@\" />", "vbscript:x", "<img alt=\"vbscript:x\" />")]
    [InlineData("<img src=\"@\" />", "data:text/html,x", "<img />")]
    [InlineData("<img src=\"@\" />", "data:image/png;base64,x", "<img src=\"data:image/png;base64,x\" />")]
    [InlineData("<img srcset=\"a 1x, @ 2x\" />", "javascript:x", "<img />")]
    [InlineData("<video src=\"@\" poster=\"@\">", "data:image/svg+xml,x", "<video>")]
    [InlineData("<blockquote cite=\"@\">", "javascript:x", "<blockquote>")]
    [InlineData("<a href=\"@\">", "{% raw %}javascript:\"x\"{% endraw %}", "<a href=\"{% raw %}javascript:&quot;x&quot;{% endraw %}\">")]
    [InlineData("<a href=\"@?a=1&amp;b=@\" id=\"c\">", "https://e.org/", "<a href=\"https://e.org/?a=1&amp;b=https://e.org/\" id=\"c\">")]
    [InlineData("<p title=\"@\" class=\"d\">", "javascript:\" onclick=\"x", "<p title=\"javascript:&quot; onclick=&quot;x\" class=\"d\">")]
    public void An_address_with_restored_code_is_served_only_when_it_leads_somewhere(string tag, string code, string restored)
    {
        var writer = new TemplateWriter("@");
        writer.Tag(0, 1, new TemplateTag(TemplateTagKind.Inert, code));
        var source = writer.Finish(firstLine: 1);

        Assert.Equal(restored, source.RestoreAttributes(tag.Replace("@", source.Text)));
    }
}
