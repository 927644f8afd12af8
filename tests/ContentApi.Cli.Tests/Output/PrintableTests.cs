using ContentApi.Cli.Output;
using CsCheck;

namespace ContentApi.Cli.Tests.Output;

public sealed class PrintableTests
{
    private static readonly Gen<string> Text = Gen.String[
        Gen.OneOf(Gen.Char['\0', '\u00A0'], Gen.Char['\u2000', '\u2070'], Gen.Char['\uD800', '\uDFFF'], Gen.Char['\u4E00', '\u9FFF'], Gen.Char['\uFFF0', '\uFFFF']), 0, 30];

    [Theory]
    [InlineData("plain 中文 é 😀", "plain 中文 é 😀")]
    [InlineData("a\tb", "a b")]
    [InlineData("a\e[31mb\r\nc\0", "a\uFFFD[31mb\uFFFD\uFFFDc\uFFFD")]
    [InlineData("left \u202Eright", "left \uFFFDright")]
    [InlineData("👩\u200D💻", "👩\u200D💻")]
    public void What_steers_a_terminal_is_replaced(string text, string expected) => Assert.Equal(expected, Printable.Clean(text));

    [Fact]
    public void Cleaning_keeps_the_length_and_leaves_nothing_to_clean() => Text.Sample(text =>
    {
        var clean = Printable.Clean(text);
        return clean.Length == text.Length && clean == Printable.Clean(clean) && !clean.Any(char.IsControl) && clean == new string(clean.EnumerateRunes().SelectMany(rune => rune.ToString()).ToArray());
    });

    [Theory]
    [InlineData("/a/b", "/a/b/c/d.md", "c/d.md")]
    [InlineData("/a/b", "/a/c", "/a/c")]
    [InlineData("/a/b", "/a", "/a")]
    [InlineData("/a/b", "/a/b", ".")]
    [InlineData("/a/b", "/a/b/..c", "..c")]
    public void A_path_below_the_current_folder_is_relative(string current, string path, string expected) => Assert.Equal(expected, Printable.PathFrom(current, path));
}
