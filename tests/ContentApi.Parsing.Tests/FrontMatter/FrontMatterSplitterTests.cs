using ContentApi.Parsing.FrontMatter;
using CsCheck;

namespace ContentApi.Parsing.Tests.FrontMatter;

public sealed class FrontMatterSplitterTests
{
    // Lines that mean something to the splitter, and text.
    private static readonly Gen<string> Lines = Gen.OneOf(
        "---", "----", "--- ", "...", "+++", ";;;", "{", "{\"a\": 1}", "<!--", "-->", "", " ", "title: T", "Note: x", "- a", "  b", "# c", "**d**", "---json", "text");

    [Fact]
    public void Splitter_loses_no_character() => Lines.List[0, 12].Sample(lines =>
    {
        var text = string.Join('\n', lines);
        var split = FrontMatterSplitter.Split(text);
        return 0 <= split.LeadEnd && split.LeadEnd <= split.OpenFenceEnd
            && (split.Format is FrontMatterFormat.None or FrontMatterFormat.Unsupported
                || (split.OpenFenceEnd <= split.ContentEnd && split.ContentEnd <= split.CloseFenceEnd && split.CloseFenceEnd <= text.Length))
            && text[..split.LeadEnd].Trim().Length == 0;
    });

    [Fact]
    public void Splitter_counts_the_lines() => Lines.List[0, 12].Sample(lines =>
    {
        var text = string.Join('\n', lines);
        var split = FrontMatterSplitter.Split(text);
        return split.Format != FrontMatterFormat.Yaml
            || (split.ContentLine == text[..split.OpenFenceEnd].Count(c => c == '\n') + 1
                && (split.CloseFenceEnd == text.Length || split.BodyLine == text[..split.CloseFenceEnd].Count(c => c == '\n') + 1));
    });

    [Fact]
    public void Splitter_finds_every_block_that_it_is_given() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[3, 6], Gen.OneOf("title: T\n", "", "a: b\n# c\n", "x:\n  ---\n"), Gen.OneOf("", "B", "\n---\nB\n")).Sample((blanks, dashes, yaml, body) =>
        {
            var fence = new string('-', dashes);
            var text = $"{new string('\n', blanks)}{fence}\n{yaml}{fence}\n{body}";
            var split = FrontMatterSplitter.Split(text);
            Assert.Equal(FrontMatterFormat.Yaml, split.Format);
            Assert.Equal(yaml, text[split.OpenFenceEnd..split.ContentEnd]);
            Assert.Equal(body, text[split.CloseFenceEnd..]);
        });
}
