using ContentApi.Cli.Output;
using ContentApi.Cli.Output.Plans;
using CsCheck;

namespace ContentApi.Cli.Tests.Output.Plans;

public sealed class TextCutTests
{
    private static readonly Gen<string> Texts = Gen.Char["ab 界\u0301\ud83d\ude00\t\n."].Array[0, 60].Select(letters => new string(letters));

    [Fact]
    public void Nothing_is_wider_than_its_place_and_what_fits_is_whole() => Gen.Select(Texts, Gen.Int[2, 40]).Sample((text, cells) =>
    {
        var fitted = TextCut.Fit(text, cells);
        var line = Printable.Clean(text.ReplaceLineEndings(" "));
        return Printable.Width(fitted) <= cells && (Printable.Width(line) > cells || fitted == line);
    });

    [Fact]
    public void Broken_lines_hold_all_words_and_none_is_too_wide() => Gen.Select(Texts, Gen.Int[4, 40]).Sample((text, cells) =>
    {
        var lines = TextCut.Lines(text, cells).ToList();
        return lines.TrueForAll(line => Printable.Width(line) <= cells) && Letters(string.Concat(lines)) == Letters(Printable.Clean(text.ReplaceLineEndings(" ")));
    });

    [Fact]
    public void A_line_holds_a_letter_however_narrow_it_is() => Gen.Select(Texts, Gen.Int[-3, 3]).Sample((text, cells) =>
    {
        var lines = TextCut.Lines(text, cells).Take(100);
        return Letters(string.Concat(lines)) == Letters(Printable.Clean(text.ReplaceLineEndings(" ")));
    });

    [Fact]
    public void Two_texts_are_cut_where_they_differ()
    {
        const string Shared = "A long description of a post that tells the same story in both versions, until at its end it says ";

        Assert.Equal(("…it says yes", "…it says no, and more than that"), TextCut.FitAround(Shared + "yes", Shared + "no, and more than that", 38));
        Assert.Equal(("…says yes", "…says no, and more than…"), TextCut.FitAround(Shared + "yes", Shared + "no, and more than that", 24));
        Assert.Equal(("one", "two"), TextCut.FitAround("one", "two", 38));
        Assert.Equal(("a b", "a c"), TextCut.FitAround("a\nb", "a\nc", 38));
    }

    private static string Letters(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
