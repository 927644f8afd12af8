using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Validation;
using CsCheck;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace ContentApi.GraphQL.Tests.Validation;

/// <summary>Documents are read as the engine's parser reads them, but in a time that grows only with their length.</summary>
public sealed class DocumentReaderTests
{
    // What the lines of a faulty document cost, many times over; the parser itself takes gigabytes.
    private const long MuchMemory = 100_000_000;

    private static readonly string[] Pieces =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "@", ":", "=", "|", "&", ".", "...", ",", " ", "\n", "\r", "\t", "\"", "\"\"\"", "\\\"\"\"", "\\", "\\u0041", "\\u00", "\\n", "\\q", "\"a\"", "#", "# x\n", "a", "query", "0", "-", "1", "1.5", "1e-5", "e+", "_",
        "\0", "\u0001", "\ufeff", "😀", "é",
    ];

    [Theory]
    [InlineData("{ articles(after: \"", "")]
    [InlineData("{ articles(after: \"\"\"", "")]
    [InlineData("{ articles(after: \"", "\\q\")")]
    [InlineData("{ articles(after: \"", "\0\")")]
    [InlineData("{ articles(after: \"\"\"", "\0\"\"\")")]
    [InlineData("{ articles(after: \"", "\") { } } } }")]
    [InlineData("{ articles(after: \"\"\"", "\"\"\") { } } } }")]
    [InlineData("{ a #", "")]
    [InlineData("{ a # \\", "\n")]
    public void A_fault_at_the_end_of_a_long_line_costs_no_more_than_others(string start, string end)
    {
        var document = start + new string('x', 250_000) + end;
        var before = GC.GetAllocatedBytesForCurrentThread();

        var error = Assert.Throws<SyntaxError>(() => DocumentReader.Read(document));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MuchMemory);
        Assert.NotNull(error.DocumentOffset);
    }

    [Theory]
    [InlineData("\r?")]
    [InlineData("{ a\r\r(")]
    [InlineData("{ a }\r}\r\r")]
    public void Lines_may_end_with_carriage_returns(string document) => Assert.Throws<SyntaxError>(() => DocumentReader.Read(document));

    [Theory]
    [InlineData("1")]
    [InlineData("-0.")]
    [InlineData("1e")]
    [InlineData("a")]
    public void A_word_that_is_longer_than_any_is_refused(string start)
    {
        var error = Assert.Throws<SyntaxError>(() => DocumentReader.Read($"{{ a(b: {start}{new string('9', 200_000)}.x) }}"));

        Assert.Equal(7, error.DocumentOffset);
    }

    [Theory]
    [InlineData("{ a } # C:\\queries\\x")]
    [InlineData("# \\u\n{ a }#\\")]
    public void A_remark_may_hold_anything(string document) => Assert.Single(DocumentReader.Read(document).Definitions);

    [Theory]
    [InlineData("{ a ? }", 4)]
    [InlineData("{\r\n  a\r  ? }", 9)]
    [InlineData("# remark\n{ a(b: \"\"\"\n\n\"\"\" ?) }", 25)]
    [InlineData("{ a(b: \"x\\q\") }", 9)]
    [InlineData("{ a", 3)]
    public void The_fault_has_its_place(string document, int offset) =>
        Assert.Equal(offset, Assert.Throws<SyntaxError>(() => DocumentReader.Read(document)).DocumentOffset);

    [Fact]
    public void Whatever_the_parser_reads_is_read_alike() =>
        Gen.Select(Gen.OneOf("{ a(b: {0}) }", "{ {0} }", "{0}", "{ a(b: \"{0}\") }", "{ a(b: \"\"\"{0}\"\"\") }", "{ a } # {0}\n"), Gen.OneOf(Pieces).Array[1, 6]).Sample(
            (frame, pieces) =>
            {
                var document = frame.Replace("{0}", string.Concat(pieces), StringComparison.Ordinal);

                Assert.Equal(Read(document, text => Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments })), Read(document, DocumentReader.Read));
            },
            iter: 20_000);

    // Escapes in remarks aside, which only we let pass. The parser's exceptions do not know that a line may end with a carriage return alone.
    private static string Read(string document, Func<string, GraphQLDocument> parse)
    {
        try
        {
            var parsed = parse(document.Contains('#', StringComparison.Ordinal) ? document.Replace("\\", "", StringComparison.Ordinal) : document);
            return string.Join(' ', parsed.Definitions.Select(definition => $"{definition.Kind} {definition.Location.Start}"));
        }
        catch (Exception e) when (e is GraphQLParserException or IndexOutOfRangeException or RequestError)
        {
            return "fault";
        }
    }
}
