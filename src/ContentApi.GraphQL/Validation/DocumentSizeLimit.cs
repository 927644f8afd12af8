using ContentApi.GraphQL.Errors;
using GraphQLParser;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Refuses documents that are too long, too nested or too rich in tokens before the parser sees them: a parser recurses,
/// and an overflown stack ends the process.
/// </summary>
internal static class DocumentSizeLimit
{
    private const int MaximumLength = 256 * 1024;
    private const int MaximumTokens = 20_000;
    private const int MaximumNesting = 64;

    /// <summary>Reads the document's tokens once.</summary>
    /// <exception cref="LimitError">A limit is exceeded.</exception>
    public static void Check(string document)
    {
        if (document.Length > MaximumLength)
        {
            throw new LimitError(ErrorCode.DocumentTooLong, $"The document has {document.Length} characters; at most {MaximumLength} are read.");
        }

        var (tokens, nesting, position) = (0, 0, 0);
        while (true)
        {
            var token = Lexer.Lex(document, position);
            if (token.Kind == TokenKind.EOF)
            {
                return;
            }

            position = token.End;
            nesting += Step(token.Kind);
            if (nesting > MaximumNesting)
            {
                throw new LimitError(ErrorCode.TooDeep, $"The document nests brackets deeper than {MaximumNesting} levels.") { DocumentOffset = token.Start };
            }

            if (++tokens > MaximumTokens)
            {
                throw new LimitError(ErrorCode.TooManyTokens, $"The document has more than {MaximumTokens} tokens.") { DocumentOffset = token.Start };
            }
        }
    }

    private static int Step(TokenKind kind) => kind switch
    {
        TokenKind.BRACE_L or TokenKind.BRACKET_L or TokenKind.PAREN_L => 1,
        TokenKind.BRACE_R or TokenKind.BRACKET_R or TokenKind.PAREN_R => -1,
        _ => 0,
    };
}
