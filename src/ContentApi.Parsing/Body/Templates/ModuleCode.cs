namespace ContentApi.Parsing.Body.Templates;

/// <summary>
/// Finds where module code of MDX ends: at the first blank line outside of its brackets, templates, comments and elements, as
/// MDX goes on until the code can be parsed. Knows of JavaScript (ECMA-262, 12) and JSX what it takes to tell these apart.
/// </summary>
internal sealed class ModuleCode
{
    // What may be open beside brackets.
    private const char Template = '`';
    private const char Tag = '<';
    private const char Content = '>';   // of an element, between its tags

    // What may stand before the current piece beside signs.
    private const char Value = 'v';
    private const char Keyword = 'k';

    // After these words a value comes, after any other an operator.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Keywords =
        new HashSet<string> { "await", "case", "default", "delete", "else", "in", "new", "of", "return", "throw", "typeof", "void", "yield" }.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string _text;
    private readonly Stack<char> _open = [];
    private int _at;
    private char _last;
    private int _brokenTo;   // up to here quotes and slashes are known to end nothing

    private ModuleCode(string text, int at) => (_text, _at) = (text, at);

    /// <summary>The offset of the blank line behind the code that begins at an offset, or the length of the text; -1 when it does not close.</summary>
    public static int FindEnd(string text, int at)
    {
        var code = new ModuleCode(text, at);
        while (code._at < text.Length)
        {
            if (code.IsAtEnd())
                return code._at + 1;
            if (!code.Read())
                return -1;
        }

        return code._open.Count == 0 ? text.Length : -1;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private char Following => _at + 1 < _text.Length ? _text[_at + 1] : '\0';

    private bool AwaitsValue => _last is '\0' or Keyword or '=' or '(' or '[' or '{' or ',' or ';' or ':' or '?' or '!' or '&' or '|' or '+' or '-' or '*' or '%' or '^' or '~' or '<' or '>';

    // A statement that lacks its value goes on behind blank lines.
    private bool IsAtEnd()
    {
        if (_open.Count > 0 || Current != '\n' || _last is Keyword or '=' or ',' or ':' or '?' or '&' or '|' or '>' or '.')
            return false;
        var rest = _text.AsSpan(_at + 1);
        var next = rest.IndexOf('\n');
        return (next < 0 ? rest : rest[..next]).IsWhiteSpace();
    }

    private bool Read() => _open.TryPeek(out var mode) ? mode switch
    {
        Template => ReadTemplate(),
        Tag => ReadTag(),
        Content => ReadContent(),
        _ => ReadCode(),
    } : ReadCode();

    // False for what is no code.
    private bool ReadCode()
    {
        var c = Current;
        if (char.IsWhiteSpace(c))
            return Skip(1);
        if (char.IsLetterOrDigit(c) || c is '_' or '$')
            return ReadWord();
        if (c == '`')
            return Open(Template, 1);
        if (c == '/' && Following is '/' or '*')
            return SkipComment();
        if (c is '"' or '\'' || (c == '/' && AwaitsValue))
            return SkipLiteral();
        if (c == '<' && AwaitsValue && (char.IsLetter(Following) || Following is '>'))
            return Open(Tag, 1);
        if (c is '(' or '[' or '{')
            return Open(c, 1);
        return c is ')' or ']' or '}' ? Close(c == ')' ? '(' : c == ']' ? '[' : '{') : Skip(1, c);
    }

    private bool ReadWord()
    {
        var start = _at;
        while (char.IsLetterOrDigit(Current) || Current is '_' or '$')
            _at++;
        var word = _text.AsSpan(start, _at - start);
        _last = _last != '.' && Keywords.Contains(word) ? Keyword : Value;
        return true;
    }

    private bool ReadTemplate() => (Current, Following) switch
    {
        ('\\', _) => Skip(2),
        ('`', _) => Close(Template),
        ('$', '{') => Open('{', 2),
        _ => Skip(1),
    };

    // From its name or the next attribute on.
    private bool ReadTag()
    {
        switch (Current)
        {
            case '/' when Following == '>':
                _at++;
                return Close(Tag);
            case '>':
                _open.Pop();
                return Open(Content, 1);
            case '{':
                return Open('{', 1);
            case '"' or '\'' when _text.IndexOf(Current, _at + 1) is > 0 and var end:
                _at = end + 1;
                return true;
            default:
                return Skip(1);
        }
    }

    private bool ReadContent()
    {
        if (Current == '{')
            return Open('{', 1);
        if (Current != '<')
            return Skip(1);
        if (Following != '/')
            return Open(Tag, 1);
        var end = _text.IndexOf('>', _at);
        if (end < 0)
            return false;
        _at = end;
        return Close(Content);
    }

    private bool Open(char mode, int length)
    {
        _open.Push(mode);
        return Skip(length, mode);
    }

    private bool Close(char mode) => _open.TryPop(out var open) && open == mode && Skip(1, Value);

    private bool Skip(int length)
    {
        _at = Math.Min(_at + length, _text.Length);
        return true;
    }

    private bool Skip(int length, char last)
    {
        _last = last;
        return Skip(length);
    }

    private bool SkipComment()
    {
        var isLine = Following == '/';
        var end = _text.IndexOf(isLine ? "\n" : "*/", _at + 2, StringComparison.Ordinal);
        _at = end < 0 ? _text.Length : isLine ? end : end + 2;
        return end >= 0 || isLine;
    }

    // A string or a regular expression. One that does not end within its line is none, and so is what comes behind it there.
    private bool SkipLiteral()
    {
        var isSet = false;
        var i = _at + 1;
        for (; _at >= _brokenTo && i < _text.Length && _text[i] != '\n'; i++)
        {
            if (_text[i] == Current && !isSet)
                return Skip(i + 1 - _at, Value);
            if (_text[i] == '\\')
                i++;
            else if (Current == '/' && _text[i] is '[' or ']')
                isSet = _text[i] == '[';
        }

        _brokenTo = Math.Max(_brokenTo, i);
        return Skip(1, Value);
    }
}
