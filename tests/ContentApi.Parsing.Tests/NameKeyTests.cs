using System.Globalization;
using System.Text;
using CsCheck;

namespace ContentApi.Parsing.Tests;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData(" Tea ", "tea")]
    [InlineData("CAFE\u0301", "café")]
    [InlineData("\u0130stanbul", "i\u0307stanbul")]
    [InlineData("I\u0307stanbul", "i\u0307stanbul")]
    [InlineData("\u0130\u0327", "i\u0327\u0307")]
    [InlineData("J\u030C", "\u01F0")]
    [InlineData("\U0001041A", "\U00010442")]
    [InlineData("\u1E9E", "ß")]
    [InlineData("\u0131", "\u0131")]
    public void Spellings_of_a_name_have_one_key(string spelling, string key) => Assert.Equal(key, NameKey.Of(spelling));

    [Fact]
    public void Every_capital_letter_has_a_small_one() => Assert.DoesNotContain(
        Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(x => new Rune(x)),
        x => NameKey.Of(x.ToString()).EnumerateRunes().Any(small => Rune.GetUnicodeCategory(small) == UnicodeCategory.UppercaseLetter && small != Rune.ToLowerInvariant(small)) || NameKey.Of(x.ToString()).Contains('\u0130'));

    [Fact]
    public void A_key_of_a_key_is_the_same_and_composed() => Gen.String.Sample(text =>
    {
        var key = NameKey.Of(text);
        return NameKey.Of(key) == key && key.IsNormalized(NormalizationForm.FormC);
    });
}
