using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>
/// Reads the literals of a settings file that is a script. Nothing is run: a value that is no literal is left out, as if it
/// were not there. A call such as <c>starlight({…})</c> is read as an object with the name of the function as its only key.
/// </summary>
internal sealed class ScriptReader
{
    private const int MaxDepth = 64;

    private readonly List<ScriptToken> _tokens;
    private readonly Dictionary<string, IReadOnlyList<ScriptToken>> _code = [];
    private int _at;
    private int _depth;

    private ScriptReader(string text) => _tokens = ScriptTokenizer.Read(text);

    /// <summary>What the script exports: the object itself, one that is handed through functions, or the one that a function returns.</summary>
    public static MetaMap Read(string text) => Read(text, out _);

    /// <summary>As <see cref="Read(string)"/>.</summary>
    /// <param name="text">The script.</param>
    /// <param name="code">The keys, of any depth, whose values are no literals, with what stands behind the key.</param>
    public static MetaMap Read(string text, out IReadOnlyDictionary<string, IReadOnlyList<ScriptToken>> code)
    {
        var reader = new ScriptReader(text);
        code = reader._code;
        List<MetaEntry> entries = [.. reader.FindExport()?.Entries ?? []];
        if (reader.FindDeclared("config", exported: true) is { } at && reader.ResolveAt(at, 0) is { } config)
            entries.AddRange(config.Entries);
        entries.AddRange(reader.FindCalls());
        return new MetaMap(Place.Start, 0, entries);
    }

    private ScriptToken Peek(int ahead = 0) => _at + ahead < _tokens.Count ? _tokens[_at + ahead] : ScriptToken.End;

    private List<ScriptToken> TokensFrom(int start)
    {
        var end = Math.Min(_at, _tokens.Count);
        return start < end ? _tokens[start..end] : [];
    }

    private ScriptToken TokenAt(int index) => index >= 0 && index < _tokens.Count ? _tokens[index] : ScriptToken.End;

    private MetaMap? FindExport()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].IsName("export") && TokenAt(i + 1).IsName("default"))
                return ResolveAt(i + 2, 0);
            if (_tokens[i].IsName("module") && TokenAt(i + 2).IsName("exports") && TokenAt(i + 3).IsSign("="))
                return ResolveAt(i + 4, 0);
        }

        return null;
    }

    // What Eleventy is told by calls in the middle of a function.
    private IEnumerable<MetaEntry> FindCalls()
    {
        var ignored = new List<MetaNode>();
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!TokenAt(i + 1).IsSign("(") || TokenAt(i + 2).Kind != ScriptTokenKind.Text)
                continue;
            var given = Scalar(TokenAt(i + 2).Text, isPlain: false);
            if (_tokens[i].IsName("setInputDirectory"))
                yield return new MetaEntry("setInputDirectory", Place.Start, given);
            else if (_tokens[i].IsName("add") && TokenAt(i - 2).IsName("ignores"))
                ignored.Add(given);
        }

        if (ignored.Count > 0)
            yield return new MetaEntry("ignores", Place.Start, new MetaList(Place.Start, 0, ignored));
    }

    private MetaMap? ResolveAt(int index, int depth)
    {
        var token = TokenAt(index);
        if (depth > 8)
            return null;
        if (token.IsSign("{"))
        {
            _at = index;
            return ReadObject();   // what follows may be a statement of its own, without a semicolon between
        }

        if (token.IsSign("(") && !IsFunction(index))
            return ResolveAt(index + 1, depth + 1);
        if (token.IsSign("(") || token.IsName("function") || token.IsName("async") || TokenAt(index + 1).IsSign("=>"))
            return FindReturned(index) is { } returned ? ResolveAt(returned, depth + 1) : null;
        if (token.Kind != ScriptTokenKind.Name)
            return null;
        if (TokenAt(index + 1).IsSign("("))
            return ResolveAt(index + 2, depth + 1);
        return FindDeclared(token.Text, exported: false) is { } declared ? ResolveAt(declared, depth + 1) : null;
    }

    private bool IsFunction(int open)
    {
        var depth = 0;
        for (var i = open; i < _tokens.Count; i++)
        {
            depth += _tokens[i].Nesting;
            if (depth == 0)
                return TokenAt(i + 1).IsSign("=>");
        }

        return false;
    }

    // The last object that the function itself returns, not one that a function in it does.
    private int? FindReturned(int index)
    {
        int? found = null;
        var depth = 0;
        for (var i = index; i < _tokens.Count; i++)
        {
            if (depth == 0 && _tokens[i].IsSign("=>") && TokenAt(i + 1).IsSign("("))
                return i + 2;
            depth += _tokens[i].Nesting;
            if (depth == 1 && _tokens[i].IsName("return"))
                found = i + 1;
            if (depth == 0 && _tokens[i].IsSign("}"))
                break;
        }

        return found;
    }

    /// <summary>Index of the value of a variable.</summary>
    private int? FindDeclared(string name, bool exported)
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (!_tokens[i].IsName(name) || !(TokenAt(i - 1).IsName("const") || TokenAt(i - 1).IsName("let") || TokenAt(i - 1).IsName("var")))
                continue;
            if (exported && !TokenAt(i - 2).IsName("export"))
                continue;
            var value = _tokens.FindIndex(i, x => x.IsSign("=") || x.IsSign(";"));   // a type may stand between
            return value >= 0 && _tokens[value].IsSign("=") ? value + 1 : null;
        }

        return null;
    }

    /// <summary>Reads the value that begins here, up to what ends it; null when it is no literal.</summary>
    private MetaNode? ReadValue()
    {
        if (++_depth > MaxDepth)
        {
            _depth--;
            SkipValue();
            return null;
        }

        var value = ReadPrimary();
        _depth--;
        if (Peek().EndsValue)
            return value;
        var isTyped = Peek().IsName("as") || Peek().IsName("satisfies");
        SkipValue();
        return isTyped ? value : null;
    }

    private MetaNode? ReadPrimary()
    {
        var token = Peek();
        switch (token.Kind)
        {
            case ScriptTokenKind.Text:
                _at++;
                return Scalar(token.Text, isPlain: false);
            case ScriptTokenKind.Number:
                _at++;
                return Scalar(token.Text, isPlain: true);
            case ScriptTokenKind.Name when token.Text is "true" or "false" or "null":
                _at++;
                return Scalar(token.Text, isPlain: true);
            case ScriptTokenKind.Sign when token.Text == "!" && Peek(1) is { Kind: ScriptTokenKind.Number, Text: "0" or "1" } digit:   // as tools that shorten scripts write them
                _at += 2;
                return Scalar(digit.Text == "0" ? "true" : "false", isPlain: true);
            case ScriptTokenKind.Name when Peek(1).IsSign("("):
                return ReadCall(token.Text);
            case ScriptTokenKind.Name when token.Text == "path" && Peek(1).IsSign("."):
                return ReadPath();
            case ScriptTokenKind.Sign when token.Text == "(":
                return ReadItems(")") is [var only] ? only : null;
            case ScriptTokenKind.Sign when token.Text == "{":
                return ReadObject();
            case ScriptTokenKind.Sign when token.Text == "[":
                return new MetaList(Place.Start, 0, ReadItems("]"));
            default:
                SkipValue();
                return null;
        }
    }

    // path.join(__dirname, 'a', 'b'), of the folder that the script lies in.
    private MetaScalar? ReadPath()
    {
        var parts = new List<string>();
        var next = 4;
        if ((Peek(2).IsName("join") || Peek(2).IsName("resolve")) && Peek(3).IsSign("("))
        {
            for (; Peek(next).Kind == ScriptTokenKind.Text || Peek(next).IsSign(",") || Peek(next).IsName("__dirname"); next++)
            {
                if (Peek(next).Kind == ScriptTokenKind.Text)
                    parts.Add(Peek(next).Text);
            }
        }

        if (parts.Count == 0 || !Peek(next).IsSign(")"))
        {
            SkipValue();
            return null;
        }

        _at += next + 1;
        return Scalar(string.Join('/', parts), isPlain: false);
    }

    private MetaMap ReadCall(string name)
    {
        _at++;
        var given = ReadItems(")");
        return new MetaMap(Place.Start, 0, [new MetaEntry(name, Place.Start, given.Count > 0 ? given[0] : MetaMap.Empty)]);
    }

    private List<MetaNode> ReadItems(string end)
    {
        var items = new List<MetaNode>();
        _at++;
        while (Peek().Kind != ScriptTokenKind.End && !Peek().IsSign(end))
        {
            if (ReadValue() is { } item)
                items.Add(item);
            PassSeparator(end);
        }

        _at++;
        return items;
    }

    private MetaMap ReadObject()
    {
        var entries = new List<MetaEntry>();
        _at++;
        while (Peek().Kind != ScriptTokenKind.End && !Peek().IsSign("}"))
        {
            var key = Peek();
            if (Peek(1).IsSign(":") && key.Kind is ScriptTokenKind.Name or ScriptTokenKind.Text or ScriptTokenKind.Number)
            {
                _at += 2;
                var start = _at;
                if (ReadValue() is { } value)
                    entries.Add(new MetaEntry(key.Text, Place.Start, value));
                else
                    _code.TryAdd(key.Text, TokensFrom(start));
            }
            else
            {
                if (key.IsName("async") && Peek(1).Kind == ScriptTokenKind.Name)
                    key = _tokens[++_at];
                var start = _at + 1;
                SkipValue();   // a method, a name that is its value too, a spread, a computed name
                if (key.Kind is ScriptTokenKind.Name or ScriptTokenKind.Text)
                    _code.TryAdd(key.Text, TokensFrom(start));
            }

            PassSeparator("}");
        }

        _at++;
        return new MetaMap(Place.Start, 0, entries);
    }

    // A sign that does not belong here is passed over, so that every loop ends.
    private void PassSeparator(string end)
    {
        if (!Peek().IsSign(end))
            _at++;
    }

    private void SkipValue()
    {
        var depth = 0;
        for (; _at < _tokens.Count; _at++)
        {
            if (depth == 0 && _tokens[_at].EndsValue)
                return;
            depth += _tokens[_at].Nesting;
        }
    }

    private static MetaScalar Scalar(string text, bool isPlain) => new(Place.Start, text, isPlain);
}
