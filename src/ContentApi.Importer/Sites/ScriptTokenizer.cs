using System.Globalization;
using System.Text;

namespace ContentApi.Importer.Sites;

/// <summary>Cuts JavaScript and TypeScript into pieces (ECMA-262, 12), far enough to tell strings from comments and everything else.</summary>
internal sealed class ScriptTokenizer
{
    // The folder of the script, where the site is.
    private const string OwnFolder = "${__dirname}";

    // Templates within placeholders of templates.
    private const int MaxDepth = 32;

    // After these words a slash begins a regular expression, after any other it divides.
    private static readonly HashSet<string> WordsBeforeValue = ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "default"];

    private readonly string _text;
    private int _at;
    private int _depth;
    private ScriptToken _last = ScriptToken.End;

    private ScriptTokenizer(string text) => _text = text;

    /// <summary>All pieces; a text that breaks off in one ends there.</summary>
    public static List<ScriptToken> Read(string text)
    {
        var tokenizer = new ScriptTokenizer(text);
        var tokens = new List<ScriptToken>();
        while (tokenizer.Next() is { Kind: not ScriptTokenKind.End } token)
            tokens.Add(token);
        return tokens;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Following => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private ScriptToken Next()
    {
        SkipBlanks();
        return _last = _at >= _text.Length ? ScriptToken.End : ReadToken();
    }

    private ScriptToken ReadToken()
    {
        var first = Current;
        if (first is '"' or '\'')
            return ReadText(first);
        if (first == '`')
            return ReadTemplate();
        if (IsNamePart(first))
            return ReadName();
        if (first == '/' && BeginsValue())
            return ReadExpression();
        var length = first == '=' && Following == '>' ? 2 : 1;
        _at += length;
        return new ScriptToken(ScriptTokenKind.Sign, _text.Substring(_at - length, length));
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(Current) || Current == '\uFEFF')
                _at++;
            else if (Current == '/' && Following == '/')
                SkipTo("\n");
            else if (Current == '/' && Following == '*')
                SkipTo("*/");
            else
                return;
        }
    }

    private void SkipTo(string end)
    {
        var found = _text.IndexOf(end, _at + 2, StringComparison.Ordinal);
        _at = found < 0 ? _text.Length : found + end.Length;
    }

    private ScriptToken ReadName()
    {
        var start = _at;
        while (IsNamePart(Current) || (char.IsAsciiDigit(_text[start]) && Current == '.'))
            _at++;
        return new ScriptToken(char.IsAsciiDigit(_text[start]) ? ScriptTokenKind.Number : ScriptTokenKind.Name, _text[start.._at]);
    }

    private ScriptToken ReadText(char quote)
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length && Current != '\n'; _at++)
        {
            if (Current == quote)
            {
                _at++;
                return new ScriptToken(ScriptTokenKind.Text, text.ToString());
            }

            if (Current == '\\')
                ReadEscape(text);
            else
                text.Append(Current);
        }

        return new ScriptToken(ScriptTokenKind.Unknown, "");
    }

    private ScriptToken ReadTemplate()
    {
        var text = new StringBuilder();
        var isLiteral = true;
        for (_at++; _at < _text.Length; _at++)
        {
            if (Current == '`')
            {
                _at++;
                return new ScriptToken(isLiteral ? ScriptTokenKind.Text : ScriptTokenKind.Unknown, isLiteral ? text.ToString() : "");
            }

            if (Current == '\\')
                ReadEscape(text);
            else if (Current == '$' && string.CompareOrdinal(_text, _at, OwnFolder, 0, OwnFolder.Length) == 0)
                SkipOwnFolder(text);
            else if (Current == '$' && Following == '{')
                isLiteral = SkipPlaceholder();
            else
                text.Append(Current);
        }

        return new ScriptToken(ScriptTokenKind.Unknown, "");
    }

    private void SkipOwnFolder(StringBuilder text)
    {
        text.Append('.');
        _at += OwnFolder.Length - 1;
    }

    // Ends on the brace that closes it.
    private bool SkipPlaceholder()
    {
        _at += 2;
        if (++_depth > MaxDepth)
            _at = _text.Length;
        var open = 1;
        while (open > 0 && Next() is { Kind: not ScriptTokenKind.End } token)
            open += token.IsSign("{") ? 1 : token.IsSign("}") ? -1 : 0;
        _depth--;
        _at--;
        return false;
    }

    // Stands on the backslash, ends on the last character of the escape.
    private void ReadEscape(StringBuilder text)
    {
        _at++;
        switch (Current)
        {
            case 'n':
                text.Append('\n');
                break;
            case 't':
                text.Append('\t');
                break;
            case 'x':
                ReadCode(text, _at + 1, 2);
                break;
            case 'u' when Following == '{' && _text.IndexOf('}', _at, Math.Min(9, _text.Length - _at)) is > 0 and var end:
                ReadCode(text, _at + 2, end - _at - 2);
                _at = end;
                break;
            case 'u':
                ReadCode(text, _at + 1, 4);
                break;
            case '\n' or '\r' or '\0':
                break;
            default:
                text.Append(Current);
                break;
        }
    }

    private void ReadCode(StringBuilder text, int start, int length)
    {
        if (start + length > _text.Length || !int.TryParse(_text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code > 0x10FFFF)
            return;
        text.Append(code > char.MaxValue ? char.ConvertFromUtf32(code) : ((char)code).ToString());
        _at = start + length - 1;
    }

    private ScriptToken ReadExpression()
    {
        var isSet = false;
        for (_at++; _at < _text.Length && Current != '\n'; _at++)
        {
            if (Current == '\\')
                _at++;
            else if (Current is '[' or ']')
                isSet = Current == '[';
            else if (Current == '/' && !isSet)
                break;
        }

        _at++;
        while (IsNamePart(Current))
            _at++;
        return new ScriptToken(ScriptTokenKind.Unknown, "");
    }

    private bool BeginsValue() => _last.Kind switch
    {
        ScriptTokenKind.End => true,
        ScriptTokenKind.Name => WordsBeforeValue.Contains(_last.Text),
        ScriptTokenKind.Sign => _last.Text is not (")" or "]" or "}"),
        _ => false,
    };

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '#';
}
