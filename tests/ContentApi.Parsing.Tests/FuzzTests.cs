using System.Text;
using ContentApi.Parsing.Authors;
using ContentApi.Parsing.Diagnostics;
using CsCheck;

namespace ContentApi.Parsing.Tests;

public sealed class FuzzTests
{
    // Pieces of front matter and bodies; most files made of them are broken in some way.
    private static readonly Gen<string> Pieces = Gen.OneOf(
        "---\n", "---\n", "---\n", "...\n", "+++\n", "\n", "title: ", "date: ", "tags: ", "categories:\n", "author: ", "cover: ", "images: ", "slug: ", "permalink: ", "draft: ", "lang: ", "layout: ",
        "excerpt: ", "x: ", "- ", "  ", "\t", "[a, b]", "[", "]", "{name: a, url: b}", "{", "}", "{{ x }}", "\"", "'", "a", "中文", "2020-01-02", "yes", "null", "~", "1e999", "&a ", "*a", "!t ", "? ", ": ", "# ", "|\n", ">-\n",
        "\\u0000", "\\uD800", "\u0000", "\r\n", "\r", "\u2028", "\u0085", "\uFEFF", "😀", "e\u0301", "https://e.org/a.png", "//e.org", "javascript:x", "/:year/", "a/../b", "<div>", "</div>", "<p>", "<img data-src=a src=b>",
        "<!--more-->", "![a](b)", "[a](b)", "# H\n", "```\n", "| a |\n|---|\n", "[^1]", "$x$", "![[a.png]]", "%", "@", "`", "<script>", "import a\n");

    [Fact]
    public void No_file_of_pieces_breaks_the_parser() => Pieces.List[0, 25].Sample(
        pieces =>
        {
            Check(Encoding.UTF8.GetBytes(string.Concat(pieces)));
            Check(Encoding.UTF8.GetBytes("---\n" + string.Concat(pieces) + "\n---\nB"));
        },
        iter: 1500);

    [Fact]
    public void No_registry_of_pieces_breaks_its_reader() => Gen.OneOf(Pieces, Gen.OneOf("jane:\n  ", "JANE: ", "- key: ", "name: ", "bio: ", "avatar: ", "website: ")).List[0, 25].Sample(
        pieces =>
        {
            var reading = AuthorRegistryReader.Read("authors.yml", Encoding.UTF8.GetBytes(string.Concat(pieces)));
            Assert.DoesNotContain(reading.Diagnostics, d => d.Code == DiagnosticCode.ParserFault);
            Assert.All(new AuthorRegistry(reading.People).People, x => Assert.False(string.IsNullOrWhiteSpace(x.Key) || string.IsNullOrWhiteSpace(x.Name)));
        },
        iter: 1500);

    [Fact]
    public void No_bytes_break_the_parser() => Gen.Byte.Array[0, 200].Sample(Check, iter: 1500);

    [Fact]
    public void No_text_breaks_the_parser() => Gen.String.Sample(
        text =>
        {
            Check(Encoding.UTF8.GetBytes(text));
            Check(Encoding.UTF8.GetBytes($"---\ntitle: {text}\n{text}: x\n---\n{text}"));
        },
        iter: 1500);

    [Fact]
    public void No_path_breaks_the_parser() => Gen.String.Sample(
        path =>
        {
            var result = new ArticleParser(new ParseOptions { Dialect = Dialect.Hexo }).Parse(path, "---\ntitle: T\n---\n"u8.ToArray());
            Assert.NotNull(result.Article);
            ArticleChecks.IsConsistent(result.Article);
        },
        iter: 1500);

    [Fact]
    public void One_parser_serves_many_threads()
    {
        var parser = new ArticleParser(new ParseOptions { Dialect = Dialect.Hexo });
        var bytes = Encoding.UTF8.GetBytes("---\ntitle: T\ntags: [a]\n---\n# H\n\n<b onclick=x>a</b> ![x](y.png)\n\n| a |\n|---|\n| b |\n");
        var expected = ArticleJson.Of(parser.Parse("a.md", bytes)).ToJsonString();

        Parallel.For(0, 500, _ => Assert.Equal(expected, ArticleJson.Of(parser.Parse("a.md", bytes)).ToJsonString()));
    }

    private static void Check(byte[] bytes)
    {
        foreach (var path in new[] { "_posts/2020-01-02-a.md", "a.html", "b.mdx" })
        {
            var result = new ArticleParser(new ParseOptions { Dialect = Dialect.Generic }).Parse(path, bytes);
            Assert.Equal([], result.Diagnostics.Where(d => d.Code == DiagnosticCode.ParserFault).Select(d => d.Message));
            Assert.All(result.Diagnostics, d => Assert.True(d.Line >= 1 && d.Column >= 1, $"{d.Line}:{d.Column}"));
            if (result.Article is { } article)
                ArticleChecks.IsConsistent(article);
        }
    }
}
