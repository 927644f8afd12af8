using System.Text;
using CsCheck;

namespace ContentApi.Parsing.Tests;

public sealed class ComposedTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf<Gen<string>>(
        Gen.Char.Select(c => c.ToString()),
        Gen.Char['\u0000', '\u0400'].Select(c => c.ToString()),
        Gen.Char['\u2000', '\u3200'].Select(c => c.ToString()),
        Gen.OneOf<string>("中", "é", "e\u0301", "か\u3099", "が", "한", "\u1112\u1161\u11AB", "가\u11A8", "Å", "ﬁ", "！", "\uFFFE", "\uD800", "😀", "\uF900")).SelectMany(x => x);

    [Fact]
    public void A_plain_text_is_composed_whatever_stands_beside_its_characters()
    {
        for (var c = '\0'; c < '\uFFFF'; c++)
        {
            if (Composed.IsPlain([c]))
                Assert.Equal($"a{c}{c}가{c}", $"a{c}{c}가{c}".Normalize(NormalizationForm.FormC));
        }
    }

    [Fact]
    public void Texts_are_composed_as_Unicode_says() => Pieces.List[0, 8].Select(string.Concat).Sample(
        text => Assert.Equal(Wellformed.Of(text).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormC), Composed.Of(text)),
        iter: 20_000);
}
