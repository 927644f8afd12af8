using System.Text.RegularExpressions;

namespace ContentApi.Parsing.Body.Templates;

/// <summary>Reads tags of Hugo, Liquid, Nunjucks and Tera. Each method gives the offset behind what it read, or -1 when it is text.</summary>
internal sealed partial class TagReader(string text, Dialect dialect, ParagraphSearch search, TemplateWriter writer, TagMarkup markup)
{
    private static readonly string[] CodeTags = ["highlight", "codeblock", "code", "prism"];

    private readonly HashSet<string> _unended = [];

    /// <summary>
    /// What a tool reads in code too, because its templates come before Markdown: Hugo's and Zola's escaped tags; text between
    /// <c>{% raw %}</c> and <c>{% endraw %}</c>, but in Hexo's blocks of code, which it takes out first.
    /// </summary>
    public int ReadInCode(int at, bool isBlock)
    {
        if (text[at + 1] == '%' && (dialect is Dialect.Jekyll or Dialect.Eleventy || (dialect == Dialect.Hexo && !isBlock)))
            return ReadRaw(at);
        return FindEscaped(at) is ({ } shown, var after) ? Replace(at, after, shown) : -1;
    }

    /// <summary>Hugo's <c>{{&lt;/* x */&gt;}}</c> and <c>{{%/* x */%}}</c>; Zola's <c>{{/* x */}}</c> and <c>{%/* x */%}</c>.</summary>
    public int ReadEscaped(int at) => FindEscaped(at) is ({ } shown, var end) ? Write(at, end, new TemplateTag(TemplateTagKind.Literal, shown)) : -1;

    /// <summary><c>{{&lt; x &gt;}}</c> and <c>{{% x %}}</c>.</summary>
    public int ReadShortcode(int at)
    {
        if (ReadEscaped(at) is >= 0 and var escaped)
            return escaped;
        var closer = text[at + 2] == '<' ? ">}}" : "%}}";
        var end = search.Find(closer, at + 3);
        if (end < 0)
            return -1;
        var inside = text.AsSpan((at + 3)..end).Trim();
        end += closer.Length;
        var code = TagCode.Read(inside.TrimEnd('/'));
        if (code.Name is "highlight" && FindEnd(end, "/highlight", isShortcode: true) is { Start: >= 0 } close)
            return WriteCode(at, end, close, code.Arguments.Count > 0 ? code.Arguments[0] : "");
        if (code.Name is "figure" or "img" or "image" && code["src"] is { } source)
            return markup.WriteImage(at, end, source, code["alt"] ?? code["caption"], code["title"], code["caption"]);
        if (code.Name is "toc" or "table_of_contents")
            return Drop(at, end);
        if (code.Name is "ref" or "relref" && (code["path"] ?? code.Arguments.FirstOrDefault()) is { } path)
        {
            var language = code["lang"] ?? code.Arguments.ElementAtOrDefault(1);
            return WriteLink(at, end, LinkSyntax.HugoRef, language is null || path.Contains('?') ? path : $"{path}?lang={language}");
        }

        return Write(at, end, Inert(at, end));
    }

    /// <summary><c>{% x %}</c>.</summary>
    public int ReadTag(int at)
    {
        var end = search.Find("%}", at + 2);
        if (end < 0)
            return -1;
        var inside = text.AsSpan((at + 2)..end).Trim('-').Trim();
        end += 2;
        var code = TagCode.Read(inside);
        if (code.Name == "comment" && FindEnd(end, "endcomment", isShortcode: false) is { Start: >= 0 } comment)
            return Drop(at, comment.End);
        if (ReadRaw(at) is >= 0 and var raw)
            return raw;

        if (CodeTags.Contains(code.Name) && FindEnd(end, $"end{code.Name}", isShortcode: false) is { Start: >= 0 } close)
        {
            // Hexo's title, address and marked lines stand where those of a fence do.
            var info = code.Name is "codeblock" or "code" && inside.Length > code.Name.Length ? inside[code.Name.Length..].Trim().ToString() : "";
            return WriteCode(at, end, close, code["lang"] ?? (code.Name == "highlight" ? code.Arguments.FirstOrDefault() ?? "" : ""), info == $"lang:{code["lang"]}" ? "" : info);
        }

        return ReadMeaning(at, end, code, inside);
    }

    /// <summary><c>{{ x }}</c>.</summary>
    public int ReadExpression(int at)
    {
        var end = search.Find("}}", at + 2);
        if (end < 0)
            return -1;
        var tag = Inert(at, end + 2);
        return Write(at, end + 2, TemplateValue.Read(text.AsSpan((at + 2)..end), dialect) switch
        {
            null => tag,
            { IsLiteral: true } value => new TemplateTag(TemplateTagKind.Literal, value.Text),
            var value => tag with { Written = value.Text },
        });
    }

    private int ReadRaw(int at)
    {
        var rest = text.AsSpan(at + 2).TrimStart(" -");
        var name = rest.StartsWith("raw") ? "raw" : "verbatim";
        if (!rest.StartsWith(name) || !rest[name.Length..].TrimStart(" -").StartsWith("%}"))
            return -1;
        var end = text.Length - rest[name.Length..].TrimStart(" -").Length + 2;
        if (FindEnd(end, $"end{name}", isShortcode: false) is not { Start: >= 0 } close)
            return -1;
        Drop(at, end);
        Drop(close.Start, close.End);
        return close.End;
    }

    // What is shown, and where it ends.
    private (string Shown, int End)? FindEscaped(int at)
    {
        (string Open, string Close)[] forms = dialect == Dialect.Zola ? [("{{", "}}"), ("{%", "%}")] : [("{{<", ">}}"), ("{{%", "%}}")];
        foreach (var (open, close) in forms)
        {
            if (!text.AsSpan(at).StartsWith(open) || !text.AsSpan(at + open.Length).StartsWith("/*"))
                continue;
            var start = at + open.Length + 2;
            var end = search.Find($"*/{close}", start);
            return end < 0 ? null : ($"{open}{text[start..end]}{close}", end + 2 + close.Length);
        }

        return null;
    }

    private int ReadMeaning(int at, int end, TagCode code, ReadOnlySpan<char> inside)
    {
        var isHexo = dialect is Dialect.Hexo or Dialect.Generic;
        switch (code.Name)
        {
            case "link" when dialect != Dialect.Hexo && inside.Length > 4:
                return WriteLink(at, end, LinkSyntax.JekyllLink, inside[4..].Trim().ToString());
            case "post_url" when inside.Length > 8:
                return WriteLink(at, end, LinkSyntax.Post, inside[8..].Trim().ToString());
            case "post_path" when isHexo && code.Arguments.Count > 0:
                return WriteLink(at, end, LinkSyntax.Post, code.Arguments[0]);
            case "post_link" when isHexo && code.Arguments.Count > 0:
                return markup.WritePostLink(at, end, code);
            case "asset_path" when isHexo && code.Arguments.Count > 0:
                writer.Replace(at, end, Uri.EscapeDataString(code.Arguments[0]).Replace("%2F", "/"));
                return end;
            case "asset_img" or "img" when isHexo && ImageArguments.Read(code.Arguments) is { } image:
                return markup.WriteImage(at, end, image.Source, image.Alt, image.Title, caption: null);
            default:
                return Write(at, end, Inert(at, end));
        }
    }

    private TemplateTag Inert(int at, int end) => new(TemplateTagKind.Inert, text[at..end]);

    private int Write(int at, int end, TemplateTag tag)
    {
        writer.Tag(at, end, tag);
        return end;
    }

    private int Drop(int at, int end)
    {
        writer.Replace(at, end, "");
        return end;
    }

    private int Replace(int at, int end, string shown)
    {
        writer.Replace(at, end, shown);
        return end;
    }

    private int WriteLink(int at, int end, LinkSyntax syntax, string target)
    {
        var hash = target.IndexOf('#');
        return Write(at, end, new TemplateTag(TemplateTagKind.Link, text[at..end])
        {
            Written = syntax switch
            {
                LinkSyntax.JekyllLink when !ArticleExtensions.IsMarkdown(target) => TemplateValue.FromRoot(target),
                LinkSyntax.HugoRef when ImageFinder.IsPicture(target) => target,
                _ => text[at..end],
            },
            Syntax = syntax,
            Address = hash < 0 ? target : target[..hash],
            Fragment = hash < 0 ? "" : target[hash..],
        });
    }

    private int WriteCode(int at, int end, (int Start, int End) close, string language, string info = "")
    {
        var code = Unescape(text[end..close.Start]);
        var isBlock = code.Contains('\n') || (StartsLine(at) && (close.End == text.Length || text[close.End] == '\n'));
        writer.Tag(at, close.End, new TemplateTag(isBlock ? TemplateTagKind.CodeBlock : TemplateTagKind.Code, isBlock ? code.Trim('\n') : code.Trim())
        {
            Written = text[at..close.End],
            Info = info,
            Language = string.Concat(language.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '+' or '#')).ToLowerInvariant(),
        });
        return close.End;
    }

    // Code of a tag is read by the template before it is shown.
    private static string Unescape(string code)
    {
        code = RawTags().Replace(code, "${text}");
        return code.Contains("*/", StringComparison.Ordinal) ? EscapedTags().Replace(code, "${open}${text}${close}") : code;
    }

    [GeneratedRegex(@"\{%-? *raw *-?%\}(?<text>.*?)\{%-? *endraw *-?%\}", RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex RawTags();

    [GeneratedRegex(@"(?<open>\{\{[<%])/\*(?<text>[^*\n]*)\*/(?<close>[>%]\}\})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex EscapedTags();

    private bool StartsLine(int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t')
            at--;
        return at == 0 || text[at - 1] == '\n';
    }

    // The next end tag of a name. A name without one is not looked for again.
    private (int Start, int End) FindEnd(int from, string name, bool isShortcode)
    {
        if (_unended.Contains(name))
            return (-1, -1);
        var word = isShortcode ? name[1..] : name;
        for (var at = text.IndexOf(word, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var before = text.AsSpan(from, at - from).TrimEnd();
            if (isShortcode)
                before = before is [.., '/'] ? before[..^1].TrimEnd() : [];
            else
                before = before.TrimEnd('-');
            var isOpen = isShortcode ? before.EndsWith("{{<") || before.EndsWith("{{%") : before.EndsWith("{%");
            var after = text.AsSpan(at + word.Length).TrimStart(" -");
            string[] closers = isShortcode ? [">}}", "%}}"] : ["%}"];
            var closer = Array.Find(closers, c => text.AsSpan(at + word.Length).TrimStart(" -").StartsWith(c, StringComparison.Ordinal));
            if (isOpen && closer is not null)
                return (from + before.Length - (isShortcode ? 3 : 2), text.Length - after.Length + closer.Length);
        }

        _unended.Add(name);
        return (-1, -1);
    }
}
