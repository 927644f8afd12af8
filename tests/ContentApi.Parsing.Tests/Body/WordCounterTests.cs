using System.Globalization;
using System.Text;
using ContentApi.Parsing.Body;
using CsCheck;

namespace ContentApi.Parsing.Tests.Body;

public sealed class WordCounterTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf<string>("a", "word", "1", " ", "\n", "'", "’", "''", "-", ".", "中", "文字", "あ", "한", "é", "e\u0301", "\u0301", "ß", "я", "😀", "𠀀", "\uD800", "。", "_", "\u4DFF", "\uA000", "\u007F", "\u0080");

    [Fact]
    public void Words_are_those_that_are_found_character_by_character() =>
        Pieces.List[0, 20].Select(string.Concat).Sample(text => Assert.Equal(CountSlowly(text), WordCounter.Count(text).Words), iter: 20_000);

    [Theory]
    [InlineData("", 0)]
    [InlineData("It's the dogs' bowl", 4)]
    [InlineData("rock'n'roll o''clock", 3)]
    [InlineData("中文a字b", 5)]
    [InlineData("e\u0301te\u0301 x1", 2)]
    public void Words_of_each_script_are_counted_as_its_readers_do(string text, int words) => Assert.Equal(words, WordCounter.Count(text).Words);

    private static int CountSlowly(string text)
    {
        var (words, isInWord, before) = (0, false, ' ');
        foreach (var rune in text.EnumerateRunes())
        {
            var isApostrophe = rune.Value is '\'' or '’';
            var isMark = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
            var isIdeograph = rune.Value is (>= 0x3041 and <= 0x3096) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0x20000 and <= 0x323AF);
            var isLetter = Rune.IsLetterOrDigit(rune);
            words += isIdeograph || (isLetter && !isInWord) ? 1 : 0;
            isInWord = !isIdeograph && (isLetter || (isInWord && before != '\'' && (isApostrophe || isMark)));
            before = isApostrophe ? '\'' : ' ';
        }

        return words;
    }
}
