using ContentApi.GraphQL.Errors;

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

    /// <summary>Reads the document's tokens and remarks once.</summary>
    /// <exception cref="LimitError">A limit is exceeded.</exception>
    /// <exception cref="SyntaxError">A token is none.</exception>
    public static IReadOnlyList<DocumentToken> Check(string document)
    {
        if (document.Length > MaximumLength)
        {
            throw new LimitError(ErrorCode.DocumentTooLong, $"The document has {document.Length} characters; at most {MaximumLength} are read.");
        }

        var tokens = new List<DocumentToken>();
        var scanner = new TokenScanner(document);
        var nesting = 0;
        while (scanner.Next() is { } token)
        {
            nesting += Step(document[token.Start]);
            if (nesting > MaximumNesting)
            {
                throw new LimitError(ErrorCode.TooDeep, $"The document nests brackets deeper than {MaximumNesting} levels.") { DocumentOffset = token.Start };
            }

            if (tokens.Count == MaximumTokens)
            {
                throw new LimitError(ErrorCode.TooManyTokens, $"The document has more than {MaximumTokens} tokens.") { DocumentOffset = token.Start };
            }

            tokens.Add(token);
        }

        return tokens;
    }

    private static int Step(char first) => first switch
    {
        '{' or '[' or '(' => 1,
        '}' or ']' or ')' => -1,
        _ => 0,
    };
}
