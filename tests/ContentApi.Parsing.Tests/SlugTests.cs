using System.Text;
using CsCheck;

namespace ContentApi.Parsing.Tests;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Hello, World!", "hello-world")]
    [InlineData("C", "c")]
    [InlineData("C++", "cplusplus")]
    [InlineData("C#", "csharp")]
    [InlineData(".NET 10", "net-10")]
    [InlineData("新媒体 · 最新", "新媒体-最新")]
    [InlineData("Ünïcode ÉTÉ", "ünïcode-été")]
    [InlineData("Cafe\u0301", "café")]
    [InlineData("\u0130zmir", "i\u0307zmir")]
    [InlineData("I\u0307zmir", "i\u0307zmir")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("--a__b--", "a-b")]
    [InlineData("A\u0301 \u0301x", "á-x")]
    [InlineData("a\ud800b", "a-b")]
    [InlineData("𝒜bc", "𝒜bc")]
    [InlineData("🎉", "")]
    [InlineData("", "")]
    public void A_slug_keeps_letters_and_digits_of_every_script(string text, string slug) => Assert.Equal(slug, Slug.From(text));

    [Fact]
    public void A_slug_of_a_slug_is_the_same() => Gen.String.Sample(text =>
    {
        var slug = Slug.From(text);
        return Slug.From(slug) == slug && slug.IsNormalized(NormalizationForm.FormC) && !slug.StartsWith('-') && !slug.EndsWith('-')
            && !slug.Contains("--", StringComparison.Ordinal) && !slug.Contains('/');
    });
}
