namespace ContentApi.Parsing.FrontMatter;

/// <summary>
/// Walks over lists and objects in brackets that may be broken: a quote opens only where an item begins and closes only where
/// one ends, so that those within words and texts are none.
/// </summary>
internal sealed class YamlBrackets
{
    private char _quote;

    /// <summary>Brackets that are open.</summary>
    public int Depth { get; private set; }

    /// <summary>The bracket or the comma that <see cref="Read"/> stopped behind.</summary>
    public char Mark { get; private set; }

    /// <summary>Moves behind the next bracket or comma; false, at the end or at a comment, when the line holds no more.</summary>
    public bool Read(string line, ref int at)
    {
        for (; at < line.Length; at++)
        {
            var c = line[at];
            if (_quote == '"' && c == '\\')
            {
                at++;
            }
            else if (_quote != '\0')
            {
                if (c == '\'' && _quote == '\'' && at + 1 < line.Length && line[at + 1] == '\'')
                    at++;
                else if (c == _quote && IsBeforeMark(line.AsSpan(at + 1)))
                    _quote = '\0';
            }
            else if (c is '"' or '\'' && IsBehindMark(line.AsSpan(0, at)))
            {
                _quote = c;
            }
            else if (c is '[' or ']' or '{' or '}' or ',')
            {
                Mark = c;
                Depth += c is '[' or '{' ? 1 : c == ',' ? 0 : -1;
                at++;
                return true;
            }
            else if (IsComment(line, at))
            {
                return false;
            }
        }

        at = line.Length;
        return false;
    }

    // "# text" is a comment. "#word" is one to YAML as well, but a tag to who writes it into a list.
    private static bool IsComment(string line, int at) =>
        line[at] == '#' && (at == 0 || line[at - 1] is ' ' or '\t') && (at + 1 == line.Length || line[at + 1] is ' ' or '\t');

    private static bool IsBehindMark(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t");
        return before.IsEmpty || before[^1] is '[' or '{' or ',' or ':';
    }

    private static bool IsBeforeMark(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart(" \t");
        return behind.IsEmpty || behind[0] is ']' or '}' or ',' or ':' or '#';
    }
}
