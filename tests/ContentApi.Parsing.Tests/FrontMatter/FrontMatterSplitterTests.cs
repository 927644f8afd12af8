using ContentApi.Parsing.FrontMatter;
using CsCheck;

namespace ContentApi.Parsing.Tests.FrontMatter;

public sealed class FrontMatterSplitterTests
{
    // Lines that mean something to the splitter, and text.
    private static readonly Gen<string> Lines = Gen.OneOf(
        "---", "----", "--- ", "...", "+++", ";;;", "{", "{\"a\": 1}", "<!--", "-->", "", " ", "title: T", "Note: x", "- a", "  b", "# c", "**d**", "---json", "text");

    [Fact]
    public void Splitter_loses_no_character() => Gen.OneOf(Lines.List[0, 12].Select(lines => string.Join('\n', lines)), Gen.String).Sample(text =>
    {
        var split = FrontMatterSplitter.Split(text);
        return split.Format is null
            ? split == SplitFile.None
            : 0 <= split.LeadEnd && split.LeadEnd <= split.OpenFenceEnd && split.OpenFenceEnd <= split.ContentEnd
                && split.ContentEnd <= split.CloseFenceEnd && split.CloseFenceEnd <= text.Length
                && text[..split.LeadEnd].Trim().Length == 0
                && (split.IsClosed || split.CloseFenceEnd == text.Length);
    });

    [Fact]
    public void Splitter_counts_the_lines() => Lines.List[0, 12].Sample(lines =>
    {
        var text = string.Join('\n', lines);
        var split = FrontMatterSplitter.Split(text);
        return split.Format is null
            || (split.Start.Line == LineOf(text, split.LeadEnd) && (split.OpenFenceEnd == text.Length || split.Content.Line == LineOf(text, split.OpenFenceEnd))
                && (split.CloseFenceEnd == text.Length || split.BodyLine == LineOf(text, split.CloseFenceEnd)));
    });

    [Theory]
    [InlineData("---", "---", "title: T\n", MetaFormat.Yaml)]
    [InlineData("-----", "-----", "x:\n  ---\n", MetaFormat.Yaml)]
    [InlineData("--- yaml", "---", "# c\n", MetaFormat.Yaml)]
    [InlineData("---", "...", "", MetaFormat.Yaml)]
    [InlineData("+++", "+++", "title = 'T'\n---\n", MetaFormat.Toml)]
    [InlineData("---toml", "---", "title = 'T'\n", MetaFormat.Toml)]
    [InlineData("--- JSON", "---", "{}\n", MetaFormat.Json)]
    [InlineData(";;;", ";;;", "\"title\": 1\n---\n", MetaFormat.JsonMembers)]
    [InlineData(";;;;", ";;;;", ";;;\n", MetaFormat.JsonMembers)]
    public void Splitter_finds_every_block_that_it_is_given(string open, string close, string block, object format) =>
        Gen.Select(Gen.Int[0, 3], Gen.OneOf("", " ", "\t"), Gen.OneOf("", "B", "\n---\nB\n", "+++\n", "}\n")).Sample((blanks, trail, body) =>
        {
            var text = $"{new string('\n', blanks)}{open}{trail}\n{block}{close}{trail}\n{body}";
            var split = FrontMatterSplitter.Split(text);
            Assert.Equal((MetaFormat)format, split.Format);
            Assert.True(split.IsClosed);
            Assert.Equal(block, text[split.OpenFenceEnd..split.ContentEnd]);
            Assert.Equal(body, text[split.CloseFenceEnd..]);
        });

    [Theory]
    [InlineData("", "", "{\"a\": \"}\\\"{\"}")]
    [InlineData("", "", "{\n\t\"a\": {\"b\": [{}]}\n}")]
    [InlineData("", "", "{}")]
    [InlineData("<!--", "-->", "{\"a\": \"-->\"}")]
    [InlineData("<!--", "\n-->", "{\n\"A\": 1\n}")]
    public void Splitter_finds_every_object_that_it_is_given(string open, string close, string json) =>
        Gen.Select(Gen.Int[0, 3], Gen.OneOf("", "\nB", "\n\n---\nB\n", " \n}\n")).Sample((blanks, rest) =>
        {
            var text = $"{new string('\n', blanks)}{open}{json}{close}{rest}";
            var split = FrontMatterSplitter.Split(text);
            Assert.Equal(MetaFormat.Json, split.Format);
            Assert.True(split.IsClosed);
            Assert.Equal(json, text[split.OpenFenceEnd..split.ContentEnd]);
            Assert.Equal(rest.TrimStart(' ') is ['\n', .. var body] ? body : "", text[split.CloseFenceEnd..]);
        });

    [Theory]
    [InlineData("{{ x }}")]
    [InlineData("{% x %}")]
    [InlineData("{: .x}")]
    [InlineData("{\"x\"} is a set")]
    [InlineData("{} is an empty object")]
    [InlineData("{ x: 1 }")]
    [InlineData("<!-- {\"x\": 1} -->")]
    [InlineData("+++ x")]
    [InlineData("++++")]
    [InlineData(";;")]
    [InlineData("--- markdown")]
    [InlineData("--")]
    public void What_opens_no_block_is_text(string line) => Assert.Null(FrontMatterSplitter.Split($"{line}\nB\n").Format);

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;
}
