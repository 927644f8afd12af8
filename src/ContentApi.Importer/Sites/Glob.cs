using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ContentApi.Importer.Sites;

/// <summary>A pattern of paths with wildcards, as the tools' settings have them.</summary>
internal sealed class Glob
{
    // Real ones have a few dozen characters; the time to match grows with the length.
    private const int MaxLength = 1_000;

    private readonly Regex? _pattern;
    private readonly string _text;

    private Glob(string text, string? pattern)
    {
        _text = text;
        _pattern = pattern is null ? null : new Regex($"^(?:{pattern})(?:/.*)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
    }

    /// <summary>True for a text that is no pattern (<c>[!]</c>, <c>[z-a]</c>) or longer than any; its characters stand for themselves.</summary>
    public bool IsFaulty => _pattern is null;

    /// <param name="pattern"><c>*</c>, <c>?</c>, <c>**</c>, <c>[…]</c> and <c>{a,b}</c>; a folder stands for all that lies in it.</param>
    /// <param name="starCrossesFolders">True when <c>*</c> stands for slashes too, as in Jekyll's lists of what to leave out (Ruby's <c>File.fnmatch</c>).</param>
    public static Glob Of(string pattern, bool starCrossesFolders = false)
    {
        var text = pattern.Trim().Trim('/');
        return new Glob(text, text.Length > MaxLength ? null : Translate(text, starCrossesFolders ? ".*" : "[^/]*"));
    }

    public bool Matches(string path) =>
        _pattern?.IsMatch(path) ?? (path.StartsWith(_text, StringComparison.Ordinal) && (path.Length == _text.Length || path[_text.Length] == '/'));

    // Null for a set of characters that cannot be one.
    private static string? Translate(string pattern, string star)
    {
        var text = new StringBuilder();
        var braces = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '*' when i + 1 < pattern.Length && pattern[i + 1] == '*':
                    var takesSlash = i + 2 < pattern.Length && pattern[i + 2] == '/';
                    text.Append(takesSlash ? "(.*/)?" : ".*");   // a/**/b means a/b too
                    i += takesSlash ? 2 : 1;
                    break;
                case '*':
                    text.Append(star);
                    break;
                case '?':
                    text.Append("[^/]");
                    break;
                case '[' when pattern.IndexOf(']', i + 1) is > 0 and var end && end > i + 1:
                    if (!TryAppendSet(text, pattern.AsSpan((i + 1)..end)))
                        return null;
                    i = end;
                    break;
                case '{' when pattern.IndexOf('}', i) > 0:
                    braces++;
                    text.Append('(');
                    break;
                case '}' when braces > 0:
                    braces--;
                    text.Append(')');
                    break;
                case ',' when braces > 0:
                    text.Append('|');
                    break;
                default:
                    text.Append(Regex.Escape(pattern[i].ToString()));
                    break;
            }
        }

        return text.ToString() + new string(')', braces);
    }

    private static bool TryAppendSet(StringBuilder text, ReadOnlySpan<char> set)
    {
        text.Append('[');
        if (set[0] is '!' or '^')
        {
            text.Append('^');
            set = set[1..];
        }

        if (set.IsEmpty)
            return false;
        for (var i = 0; i < set.Length; i++)
        {
            AppendCode(text, set[i]);
            if (i + 2 >= set.Length || set[i + 1] != '-')
                continue;
            if (set[i] > set[i + 2])
                return false;
            text.Append('-');
            AppendCode(text, set[i += 2]);
        }

        text.Append(']');
        return true;
    }

    private static void AppendCode(StringBuilder text, char c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
}
