using System.Text;
using ContentApi.TestSupport.Xss;

namespace ContentApi.Parsing.Tests.Body;

/// <summary>No vector in any place leaves anything that runs; the browser tests render the same in Chromium.</summary>
public sealed class XssTests
{
    public static TheoryData<string> Frames => new(XssVectors.Frames.Select(x => x.Name));

    [Fact]
    public void There_are_vectors_of_every_kind()
    {
        Assert.True(XssVectors.All.Count > 300, $"{XssVectors.All.Count} vectors");
        Assert.Equal(14, XssVectors.All.Select(x => x.Kind).Distinct().Count());
        Assert.Equal(XssVectors.All.Count, XssVectors.All.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Frames))]
    public void Served_html_holds_only_what_is_allowed(string name)
    {
        var frame = XssVectors.Frames.Single(x => x.Name == name);
        var parser = new ArticleParser(new ParseOptions { Dialect = Enum.Parse<Dialect>(frame.Dialect), ResolveLink = link => new LinkTarget(link.Address.Length % 2 == 0 ? "/a\"><b" : null) });
        var failures = new List<string>();
        foreach (var vector in XssVectors.All)
        {
            var result = parser.Parse(frame.Path, Encoding.UTF8.GetBytes(frame.FileWith(vector)));
            Assert.True(result.Article is not null, $"{vector.Text}: {string.Join(' ', result.Diagnostics.Select(x => x.Message))}");
            if (AllowedHtml.FindFault(result.Article.Body.Html) is { } fault)
                failures.Add($"{vector.Text}\nbecame\n{result.Article.Body.Html}\n{fault}");

            // What stood for template code while the body was rendered is all gone.
            if (!vector.Text.Contains('\uFDD0') && result.Article.Body.Html.Any(c => c is >= '\uFDD0' and <= '\uFDEF'))
                failures.Add($"{vector.Text}\nkept a mark in\n{result.Article.Body.Html}");
        }

        Assert.Equal("", string.Join("\n\n", failures));
    }
}
