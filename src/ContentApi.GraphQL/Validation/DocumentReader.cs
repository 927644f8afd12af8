using System.Text;
using ContentApi.GraphQL.Errors;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Parses documents. The parser's exceptions draw the faulty line, at a cost that grows with the square of the column: six seconds and 60 GB
/// of garbage for a fault at the end of the longest line. So it meets every fault in a copy that has each token on a line of its own.
/// </summary>
internal static class DocumentReader
{
    // Behind the start of a token nothing is wrong any more, so what is in a long one does not matter.
    private const int LongestText = 100;

    private static readonly ParserOptions Options = new() { Ignore = IgnoreOptions.Comments };

    /// <summary>Gives the parsed document.</summary>
    /// <exception cref="LimitError">The document is larger than the server reads.</exception>
    /// <exception cref="SyntaxError">It is not GraphQL.</exception>
    public static GraphQLDocument Read(string text)
    {
        var tokens = DocumentSizeLimit.Check(text);
        CheckSyntax(text, tokens);
        return Parser.Parse(WithoutRemarks(text, tokens), Options);
    }

    private static void CheckSyntax(string text, IReadOnlyList<DocumentToken> tokens)
    {
        var lines = new List<DocumentToken>(tokens.Count);
        var copy = new StringBuilder();
        foreach (var token in tokens.Where(token => text[token.Start] != '#'))
        {
            lines.Add(token);
            copy.Append(IsLongText(text, token) ? "\"\"" : text.AsSpan(token.Start, token.End - token.Start)).Append('\n');
        }

        try
        {
            Parser.Parse(copy.ToString(), Options);
        }
        catch (GraphQLMaxDepthExceededException e)
        {
            throw new LimitError(ErrorCode.TooDeep, "The document is nested too deep.") { DocumentOffset = OffsetOf(e.Location) };
        }
        catch (GraphQLParserException e)
        {
            throw new SyntaxError(e.Description) { DocumentOffset = OffsetOf(e.Location) };
        }

        int OffsetOf(Location location) => location.Line <= lines.Count ? Math.Min(lines[location.Line - 1].Start + location.Column - 1, lines[location.Line - 1].End) : text.Length;
    }

    private static bool IsLongText(string text, DocumentToken token) =>
        text[token.Start] == '"' && (token.End - token.Start > LongestText || text.AsSpan(token.Start, token.End - token.Start).ContainsAny('\n', '\r'));

    // The engine's lexer looks for escapes in remarks, too, and takes "# C:\queries" for a fault.
    private static string WithoutRemarks(string text, IReadOnlyList<DocumentToken> tokens)
    {
        var remarks = tokens.Where(token => text[token.Start] == '#').ToList();
        return remarks.Count == 0
            ? text
            : string.Create(text.Length, (text, remarks), static (span, from) =>
            {
                from.text.CopyTo(span);
                foreach (var remark in from.remarks)
                {
                    span[remark.Start..remark.End].Fill(' ');
                }
            });
    }
}
