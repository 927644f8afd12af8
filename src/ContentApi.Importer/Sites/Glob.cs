using System.Text;
using System.Text.RegularExpressions;

namespace ContentApi.Importer.Sites;

/// <summary>A pattern of paths with wildcards, as the tools' settings have them.</summary>
internal sealed class Glob
{
    private readonly Regex _pattern;

    private Glob(Regex pattern) => _pattern = pattern;

    /// <param name="pattern"><c>*</c>, <c>?</c>, <c>**</c>, <c>[…]</c> and <c>{a,b}</c>; a folder stands for all that lies in it.</param>
    /// <param name="starCrossesFolders">True when <c>*</c> stands for slashes too, as in Jekyll's lists of what to leave out (Ruby's <c>File.fnmatch</c>).</param>
    public static Glob Of(string pattern, bool starCrossesFolders = false) =>
        new(new Regex($"^(?:{Translate(pattern.Trim().Trim('/'), starCrossesFolders ? ".*" : "[^/]*")})(?:/.*)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture));

    public bool Matches(string path) => _pattern.IsMatch(path);

    private static string Translate(string pattern, string star)
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
                    text.Append('[').Append(pattern[(i + 1)..end].Replace('!', '^').Replace("\\", "\\\\").Replace("[", "\\[")).Append(']');
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
}
