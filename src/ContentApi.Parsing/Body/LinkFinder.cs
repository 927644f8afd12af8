using System.Buffers;
using ContentApi.Parsing.Body.Templates;
using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Body;

/// <summary>Gathers the links of one article that lead to other files of its source, each once, and asks where they lead.</summary>
internal sealed class LinkFinder(ParseOptions options, TemplateText source, DiagnosticBag bag)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-/");

    private readonly Dictionary<(LinkSyntax Syntax, string Address), LinkTarget?> _targets = [];
    private readonly List<ParsedLink> _links = [];

    /// <summary>By their places.</summary>
    public IReadOnlyList<ParsedLink> Links => _links.Count < 2 ? _links : [.. _links.OrderBy(x => x.Line).ThenBy(x => x.Column)];

    /// <summary>The address to serve for a link of Markdown or HTML; null keeps the one that is written.</summary>
    /// <param name="href">May hold placeholders.</param>
    /// <param name="place">Of the link.</param>
    public string? Resolve(string href, Place place)
    {
        if (options.ResolveLink is null)
            return null;
        if (source.Next(href) >= 0)
        {
            if (ResolveTag(href, place) is { } found)
                return found;
            href = source.Restore(href);
            if (TemplateAddress.IsTemplate(href))
                return null;
        }

        href = href.Trim();
        if (options.Dialect == Dialect.Obsidian && href.StartsWith('#'))
            return FragmentOf(href) is { Length: > 0 } own ? own : null;
        var end = href.IndexOfAny(['?', '#']);
        var path = Unescape(end < 0 ? href : href[..end]);
        return SyntaxOf(path) is { } syntax && AddressOf(syntax, path, place) is { } address
            ? address + (end < 0 ? "" : FragmentOf(href[end..]))
            : WebAddress.WithoutPathname(href);
    }

    // Obsidian writes the words of a heading, the others its id, which has no blanks.
    private string FragmentOf(string rest)
    {
        if (rest.IndexOf('#') is not (>= 0 and var at))
            return rest;
        var fragment = Unescape(rest[(at + 1)..]);
        return options.Dialect == Dialect.Obsidian || fragment.Any(char.IsWhiteSpace) ? rest[..at] + NoteFragment.Of(fragment) : rest;
    }

    /// <summary>The address to serve for the name of a note; null when there is no such note.</summary>
    /// <param name="name">Without fragment.</param>
    /// <param name="place">Of the link.</param>
    public string? ResolveNote(string name, Place place) => options.ResolveLink is null ? null : AddressOf(LinkSyntax.Wiki, name, place);

    // {{ site.baseurl }}{% link _posts/a.md %}#part: what stands before is the address of the site.
    private string? ResolveTag(string href, Place place)
    {
        var rest = href.AsSpan();
        while (source.TryRead(rest, out var tag, out var length))
        {
            rest = rest[length..];
            if (tag.Kind == TemplateTagKind.Link)
                return AddressOf(tag.Syntax, tag.Address, place) is { } address ? $"{address}{tag.Fragment}{source.Restore(rest.ToString())}" : null;
        }

        return null;
    }

    /// <summary>The address of a tag that stands in the text; null where it is not known.</summary>
    public string? Resolve(TemplateTag tag)
    {
        if (options.ResolveLink is not null && AddressOf(tag.Syntax, tag.Address, source.PlaceOf(tag)) is { } address)
            return address + tag.Fragment;
        return TemplateAddress.IsTemplate(tag.Written) ? null : tag.Written;
    }

    /// <summary>The title of the article that a tag leads to; null where it is not known.</summary>
    public string? TitleOf(TemplateTag tag) => _targets.GetValueOrDefault((tag.Syntax, Wellformed.Of(tag.Address)))?.Title;

    private LinkSyntax? SyntaxOf(string path)
    {
        if (path.Length is 0 or > WebAddress.MaxLength || WebAddress.SchemeOf(path) is not null || path.StartsWith("//", StringComparison.Ordinal))
            return null;
        if (path.StartsWith("@/", StringComparison.Ordinal))
            return LinkSyntax.ZolaInternal;
        if (ArticleExtensions.Has(path))
            return LinkSyntax.File;

        // These let the extension of a file away; to Hugo a folder is a page too.
        var mayBeName = options.Dialect is Dialect.Hugo || (options.Dialect is Dialect.Docusaurus or Dialect.Obsidian && path[^1] != '/');
        return mayBeName && !path.TrimEnd('/').Split('/')[^1].Contains('.') ? LinkSyntax.File : null;
    }

    private string? AddressOf(LinkSyntax syntax, string address, Place place)
    {
        address = Wellformed.Of(address);
        if (!_targets.TryGetValue((syntax, address), out var target))
        {
            var link = new ParsedLink(syntax, address, place.Line, place.Column);
            _links.Add(link);
            _targets[(syntax, address)] = target = options.ResolveLink!(link);
        }

        if (target is { Path: null })
        {
            bag.Warn(
                DiagnosticCode.DeadLink,
                place,
                $"'{DiagnosticBag.Show(address)}' leads to no article of this folder; the link stays as written",
                target.Nearest is { } nearest ? $"Did you mean '{DiagnosticBag.Show(nearest)}'?" : null);
        }

        return target?.Path is { } path ? Encode(path) : null;
    }

    /// <summary>A site path as an address: other characters than letters and digits of ASCII percent-encoded.</summary>
    private static string Encode(string path) => !path.AsSpan().ContainsAnyExcept(Plain) ? path : string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Unescape(string path) => path.Contains('%') ? Uri.UnescapeDataString(path).Replace("\0", "") : path;
}
