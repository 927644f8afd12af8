using ContentApi.Parsing.Body;
using CsCheck;
using Markdig;
using Markdig.Syntax;

namespace ContentApi.Parsing.Tests.Body;

public sealed class AddressParserTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf<string>(
        "http://", "https://", "ftp://", "mailto:", "tel:", "www.", "http", "https", "ftp", "mailto", "tel", "www", ":", ".", "/", "//", "e.org", "e.org/a_b*c", "a@e.org", "123", "x", "see ", "h", "w", " ", "  \n", "\n", "\n\n",
        "*", "**", "_", "~~", "`", "[", "]", "](u)", "](http://u.org)", "![", "(", ")", "<", ">", "<a href=u>", "</a>", "<b>", "|", "\\", "&#104;", "&amp;", "$", "- ", "> ", "# ", "中文", "。", "!", "?", ",", ";", "'", "\"", "\u00A0");

    private static readonly MarkdownPipeline Markdigs = Builder().UseAutoLinks().Build();

    private static readonly MarkdownPipeline Own = WithOwn(Builder()).Build();

    [Fact]
    public void Addresses_are_those_that_Markdig_finds_letter_by_letter() =>
        Pieces.List[1, 14].Select(string.Concat).Sample(text => Assert.Equal(Show(text, Markdigs), Show(text, Own)), iter: 10_000);

    [Theory]
    [InlineData("see http://e.org/a.", "<p>see <a href=\"http://e.org/a\">http://e.org/a</a>.</p>\n")]
    [InlineData("**www.e.org**", "<p><strong><a href=\"http://www.e.org\">www.e.org</a></strong></p>\n")]
    [InlineData("xhttp://e.org www e.g. tel 1", "<p>xhttp://e.org www e.g. tel 1</p>\n")]
    public void An_address_begins_where_a_word_does(string text, string html) => Assert.Equal(html, Markdown.ToHtml(text, Own));

    // The places of all nodes count too: findings are told by them.
    private static string Show(string text, MarkdownPipeline pipeline)
    {
        var document = Markdown.Parse(text, pipeline);
        return document.ToHtml(pipeline) + string.Join(' ', document.Descendants().Select(node => $"{node.GetType().Name}@{node.Span}"));
    }

    private static MarkdownPipelineBuilder Builder() => new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseTaskLists().UseEmphasisExtras().UseMathematics();

    private static MarkdownPipelineBuilder WithOwn(MarkdownPipelineBuilder builder)
    {
        builder.InlineParsers.Insert(0, new AddressParser());
        return builder;
    }
}
