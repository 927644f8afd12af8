using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>What expressions of MDX stand for where that is plain without running them: literal texts, and addresses of pictures.</summary>
internal sealed partial class MdxValues
{
    private readonly Dictionary<string, string> _imports = [];

    /// <summary>Remembers the pictures that module code imports.</summary>
    public void AddModule(ReadOnlySpan<char> code)
    {
        foreach (Match match in Import().Matches(code.ToString()))
        {
            if (ImageFinder.IsPicture(match.Groups["path"].Value))
                _imports.TryAdd(match.Groups["name"].Value, match.Groups["path"].Value);
        }
    }

    /// <summary>The text of a string literal, <c>"a"</c>, <c>'a'</c> or <c>`a`</c>; null for other code.</summary>
    public static string? TextOf(ReadOnlySpan<char> code)
    {
        if (code is not ['"' or '\'' or '`', .., var quote] || code[0] != quote || code.Length < 2)
            return null;
        var content = code[1..^1];
        if (quote == '`' && content.Contains("${", StringComparison.Ordinal))
            return null;
        var text = new StringBuilder(content.Length);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == quote || (content[at] == '\\' && at + 1 == content.Length))
                return null;
            var isEscape = content[at] == '\\';
            at += isEscape ? 1 : 0;
            text.Append(isEscape && content[at] is 'n' or 't' ? ' ' : content[at]);
        }

        return text.ToString();
    }

    /// <summary>The address that a literal, an imported picture, <c>require('a.png').default</c> or <c>useBaseUrl('/a.png')</c> gives; null for other code.</summary>
    public string? AddressOf(string code)
    {
        if (TextOf(code) is { } text)
            return text;
        if (_imports.TryGetValue(code, out var path) || (code.EndsWith(".src", StringComparison.Ordinal) && _imports.TryGetValue(code[..^4], out path)))
            return path;
        var call = Call().Match(code);
        if (!call.Success || TextOf(call.Groups["argument"].ValueSpan.Trim()) is not { } argument)
            return null;
        return call.Groups["name"].ValueSpan is "require" ? argument : TemplateValue.FromRoot(argument);
    }

    /// <summary>A value of a component's attribute, <c>"a"</c> or <c>{code}</c>; null when it has to be run.</summary>
    public string? ValueOf(ReadOnlySpan<char> written) => written switch
    {
        ['{', .. var code, '}'] => AddressOf(code.Trim().ToString()),
        ['"' or '\'', .. var text, _] => WebUtility.HtmlDecode(text.ToString()),
        _ => null,
    };

    [GeneratedRegex(@"\bimport\s+(?<name>[A-Za-z_$][A-Za-z0-9_$]*)\s+from\s+[""'](?<path>[^""'\n]+)[""']", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"^(?<name>require|useBaseUrl)\((?<argument>[^()\n]+)\)(\.default)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();
}
