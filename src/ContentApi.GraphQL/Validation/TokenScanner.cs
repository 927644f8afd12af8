using ContentApi.GraphQL.Errors;

namespace ContentApi.GraphQL.Validation;

/// <summary>
/// Finds where tokens begin and end (specification, section 2.1). What it lets pass inside a text the engine's lexer reads too; other faults are left
/// to the parser. Its work grows with the document and with nothing else, which the engine's, where it meets a fault, does not.
/// </summary>
internal sealed class TokenScanner(string text)
{
    // The engine repeats names in its messages, one for each fault of a document.
    private const int LongestWord = 1_000;

    private const string Quotes = "\"\"\"";
    private const string EscapedQuotes = "\\\"\"\"";

    private int _position;

    /// <summary>Gives the next token or remark; null at the end.</summary>
    /// <exception cref="SyntaxError">A text has no end or holds what none may, or a name or a number is very long.</exception>
    public DocumentToken? Next()
    {
        while (_position < text.Length && text[_position] is ' ' or '\t' or '\n' or '\r' or ',' or '\ufeff')
        {
            _position++;
        }

        if (_position == text.Length)
        {
            return null;
        }

        var start = _position;
        _position = text[start] switch
        {
            '#' => EndOfLine(start),
            '"' => IsAt(start, Quotes) ? EndOfBlock(start) : EndOfString(start),
            '-' or (>= '0' and <= '9') => EndOfNumber(start),
            '_' => EndOfName(start),
            var first when char.IsAsciiLetter(first) => EndOfName(start),
            '.' when IsAt(start, "...") => start + 3,
            _ => start + 1,
        };
        return new DocumentToken(start, _position);
    }

    private bool IsAt(int place, string what) => text.AsSpan(place).StartsWith(what, StringComparison.Ordinal);

    private int EndOfLine(int start)
    {
        var length = text.AsSpan(start).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : start + length;
    }

    private int EndOfName(int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return Word(start, end, "name");
    }

    private int EndOfNumber(int start)
    {
        var end = start + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' || (text[end] is '+' or '-' && text[end - 1] is 'e' or 'E')))
        {
            end++;
        }

        return Word(start, end, "number");
    }

    private static int Word(int start, int end, string what) =>
        end - start <= LongestWord ? end : throw Fault(start, $"This {what} has {end - start} characters; at most {LongestWord} are read.");

    private int EndOfBlock(int start)
    {
        var i = start + Quotes.Length;
        while (i < text.Length)
        {
            if (text[i] < ' ' && text[i] is not ('\t' or '\n' or '\r'))
            {
                throw Fault(i, $"Invalid character within block string: \\u{(int)text[i]:X4}.");
            }

            if (IsAt(i, Quotes))
            {
                return i + Quotes.Length;
            }

            i += IsAt(i, EscapedQuotes) ? EscapedQuotes.Length : 1;
        }

        throw Fault(text.Length, "Unterminated block string.");
    }

    private int EndOfString(int start)
    {
        var i = start + 1;
        while (i < text.Length && text[i] is not ('"' or '\n' or '\r'))
        {
            if (text[i] < ' ' && text[i] != '\t')
            {
                throw Fault(i, $"Invalid character within String: \\u{(int)text[i]:X4}.");
            }

            i = text[i] == '\\' ? EndOfEscape(i) : i + 1;
        }

        return i < text.Length && text[i] == '"' ? i + 1 : throw Fault(i, "Unterminated string.");
    }

    private int EndOfEscape(int backslash)
    {
        var sign = backslash + 1 < text.Length ? text[backslash + 1] : '\n';
        if (sign == 'u')
        {
            var digits = text.AsSpan(backslash + 2, Math.Min(4, text.Length - backslash - 2));
            return digits.Length == 4 && !digits.ContainsAnyExcept("0123456789abcdefABCDEF")
                ? backslash + 6
                : throw Fault(backslash, $"Invalid character escape sequence: \\u{digits}.");
        }

        return sign is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't'
            ? backslash + 2
            : throw Fault(backslash, $"Invalid character escape sequence: \\{(sign < ' ' ? "" : sign)}.");
    }

    private static SyntaxError Fault(int offset, string message) => new(message) { DocumentOffset = offset };
}
