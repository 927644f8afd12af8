using CsCheck;

namespace ContentApi.Parsing.Tests;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("e", null)]
    [InlineData("en", "en")]
    [InlineData("fil", "fil")]
    [InlineData("post", null)]
    [InlineData("DE", "de")]
    [InlineData("zh_hant_tw", "zh-Hant-TW")]
    [InlineData("d1", null)]
    public void A_tag_gets_its_usual_case(string text, string? expected) => Assert.Equal(expected, LanguageTag.Normalise(text));

    [Fact]
    public void A_tag_is_the_same_however_its_case_was() => Gen.Char['a', 'z'].Array[1, 4].Sample(letters =>
        Assert.Equal(LanguageTag.Normalise(new string(letters).ToUpperInvariant()), LanguageTag.Normalise(new string(letters))));
}
