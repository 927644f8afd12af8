using System.Text.RegularExpressions;
using ContentApi.Parsing.Body;
using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads authors: names, lists, objects, and <c>Name ([@handle](https://…)), role</c>.</summary>
internal static partial class AuthorReader
{
    private static readonly string[] UrlKeys = ["authorurl"];
    private static readonly string[] AvatarKeys = ["authorimageurl", "authoravatar", "authorimage"];

    public static IReadOnlyList<ParsedAuthor> Read(FieldContext context)
    {
        var authors = new List<WrittenAuthor>();
        var used = new List<MetaEntry>();
        foreach (var entry in context.Fields.FindNearest(context.Rules.AuthorKeys))
        {
            var isComplete = true;
            var before = authors.Count;
            authors.AddRange(ReadOne(entry.Value, context, ref isComplete));
            if (authors.Count > before)
                used.Add(entry);

            // What an author's fields cannot hold (a role) stays in the params with the rest.
            if (isComplete)
                context.Fields.Take(entry);
        }

        if (authors.Count == 0)
            return [];
        if (authors.Count == 1 || authors.DistinctBy(x => NameKey.Of(x.Author.Name)).Count() == 1)
            authors[0] = authors[0] with { Author = Complete(authors[0].Author, context) };
        var people = Unite(authors.Select(x => context.Options.Authors.Complete(x.Author, x.Key)));
        context.Origins?.Add("authors", used, NoteOf(authors, context));
        return people;
    }

    // What is said of a person counts where the name stands first.
    private static IReadOnlyList<ParsedAuthor> Unite(IEnumerable<ParsedAuthor> authors) =>
        [.. authors.GroupBy(x => NameKey.Of(x.Name)).Select(same => same.First() with { Name = same.Select(x => x.Name).Aggregate(Spelling.Smaller) })];

    private static string? NoteOf(List<WrittenAuthor> authors, FieldContext context)
    {
        string[] known = [.. authors.Select(x => x.Key ?? x.Author.Name).Where(context.Options.Authors.Knows).Distinct()];
        return known.Length == 0 ? null : $"with what the registry says of {string.Join(", ", known)}";
    }

    private static IReadOnlyList<WrittenAuthor> ReadOne(MetaNode node, FieldContext context, ref bool isComplete)
    {
        switch (node)
        {
            case MetaMap map:
                return ReadObject(map, context, ref isComplete);
            case MetaList list:
                var authors = new List<WrittenAuthor>();
                foreach (var item in list.Items)
                    authors.AddRange(ReadOne(item, context, ref isComplete));
                return authors;
            default:
                return FieldContext.Texts(node).SingleOrDefault() is { } text ? ReadText(text with { Text = context.WithoutBrackets(text.Text) }, context, ref isComplete) : [];
        }
    }

    private static IReadOnlyList<WrittenAuthor> ReadObject(MetaMap map, FieldContext context, ref bool isComplete)
    {
        if (AuthorFields.NameOf(map) is { } name)
            return [ReadPerson(map, name, FieldContext.TextOf(map, "key"), context, ref isComplete)];
        if (FieldContext.TextOf(map, "key", "title") is { } word)
            return [ReadPerson(map, word, key: null, context, ref isComplete)];

        // {jane: {name: Jane}}, as a registry has it.
        var authors = new List<WrittenAuthor>();
        foreach (var entry in map.Entries)
        {
            if (entry.Value is MetaMap person && AuthorFields.NameOf(person) is { } named)
                authors.Add(ReadPerson(person, named, entry.Key, context, ref isComplete));
            else
                isComplete = false;
        }

        if (authors.Count == 0 && map.Entries.Count > 0)
            context.Bag.Warn(DiagnosticCode.BadAuthor, map.Place, "the author has no name; left out", "Write 'name: …'.");
        return authors;
    }

    private static WrittenAuthor ReadPerson(MetaMap map, string name, string? key, FieldContext context, ref bool isComplete)
    {
        var (writtenUrl, writtenAvatar) = (AuthorFields.UrlOf(map), AuthorFields.AvatarOf(map));
        var url = AuthorFields.ReadUrl(writtenUrl, context.Options.SiteUrl, context.Bag);
        var avatar = AuthorFields.ReadAvatar(writtenAvatar, context.Bag);
        isComplete &= AuthorFields.HoldAll(map) && (key is null || context.Options.Authors.Knows(key))
            && (url is not null || writtenUrl is null) && (avatar is not null || writtenAvatar is null);
        var author = Author(name, map, context) with
        {
            Url = url,
            AvatarAddress = avatar,
            Bio = AuthorFields.BioOf(map, context.Bag),
            Email = AuthorFields.EmailOf(map, context.Bag),
            ParamsJson = AuthorFields.NameOf(map) is null ? AuthorFields.ParamsOf(map, "key", "title") : AuthorFields.ParamsOf(map, "key"),
        };
        return new WrittenAuthor(avatar is null ? author : At(writtenAvatar!.Place, author), key);
    }

    private static IReadOnlyList<WrittenAuthor> ReadText(MetaScalar text, FieldContext context, ref bool isComplete)
    {
        if (text.Text.Length > WebAddress.MaxLength)
            return [new WrittenAuthor(Author(text.Text, text, context))];
        if (ReadLinked(text.Text, text, context, ref isComplete) is { } linked)
            return [linked];
        if (!context.Options.SplitAuthors)
            return [new WrittenAuthor(Author(text.Text, text, context))];
        var authors = new List<WrittenAuthor>();
        foreach (var name in Split(text.Text))
            authors.Add(ReadLinked(name, text, context, ref isComplete) ?? new WrittenAuthor(Author(name, text, context)));
        return authors;
    }

    /// <summary>Reads a name with an address; what else the text says stays in the params. Null when it is no such text.</summary>
    private static WrittenAuthor? ReadLinked(string text, MetaScalar node, FieldContext context, ref bool isComplete)
    {
        if (!text.Contains("](", StringComparison.Ordinal) || Linked().Match(text) is not { Success: true } match || AuthorFields.HttpOf(match.Groups["url"].Value, site: null) is not { } url)
            return null;
        var role = match.Groups["role"];
        if (role.Success && Others().IsMatch(role.Value))
            return null;
        isComplete &= !role.Success;
        return new WrittenAuthor(Author(match.Groups["name"].Value, node, context) with { Url = url });
    }

    // What stands in brackets is one.
    private static List<string> Split(string text)
    {
        var names = new List<string>();
        var (start, at, depth) = (0, 0, 0);
        foreach (Match separator in Separator().Matches(text))
        {
            for (; at < separator.Index; at++)
                depth += text[at] is '(' or '[' ? 1 : text[at] is ')' or ']' ? -1 : 0;
            if (depth > 0)
                continue;
            names.Add(text[start..separator.Index].Trim());
            start = separator.Index + separator.Length;
        }

        names.Add(text[start..].Trim());
        names.RemoveAll(name => name.Length == 0);
        return names;
    }

    // authorURL and authorImageURL describe the one author of a file (old Docusaurus).
    private static ParsedAuthor Complete(ParsedAuthor author, FieldContext context)
    {
        foreach (var entry in context.Fields.Find(UrlKeys))
        {
            if (author.Url is null && TextOf(entry) is { } text && AuthorFields.ReadUrl(text, context.Options.SiteUrl, context.Bag) is { } url)
            {
                author = author with { Url = url };
                context.Fields.Take(entry);
            }
        }

        foreach (var entry in context.Fields.Find(AvatarKeys))
        {
            if (author.AvatarAddress is null && TextOf(entry) is { } text && AuthorFields.ReadAvatar(text, context.Bag) is { } avatar)
            {
                author = At(text.Place, author with { AvatarAddress = avatar });
                context.Fields.Take(entry);
            }
        }

        return author;
    }

    private static MetaScalar? TextOf(MetaEntry entry) => entry.Value is MetaScalar scalar && !FieldContext.IsEmpty(scalar) ? scalar with { Text = scalar.Text.Trim() } : null;

    private static ParsedAuthor At(Place place, ParsedAuthor author) => author with { AvatarLine = place.Line, AvatarColumn = place.Column };

    private static ParsedAuthor Author(string name, MetaNode node, FieldContext context) =>
        new(FieldLimit.Apply(name.ReplaceLineEndings(" ").Trim(), FieldLimit.Name, "author", node.Place, context.Bag));

    // A ([@a](https://…)), role and [A](https://…) (where A works)
    [GeneratedRegex(@"^((?<name>[^()\[\]]*[^()\[\]\s])\s*\(\[[^\]\[]*\]\((?<url>[^()\s]+)\)\)(\s*,\s*(?<role>[^\[\]]+))?|\[(?<name>[^()\[\]]*[^()\[\]\s])\]\((?<url>[^()\s]+)\)(\s*\((?<role>[^()\[\]]+)\)|\s*,\s*(?<role>[^\[\]]+))?)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Linked();

    // "Toon B, and Sathya C" names other people and no role.
    [GeneratedRegex(@",\s*(and|&)\s+\p{Lu}[^\s,]*(\s+\p{Lu}[^\s,]*)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Others();

    [GeneratedRegex(@"\s*[,;、，]\s*((and|&)\s+)?|\s+(and|&)\s+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    /// <param name="Author">What the article says.</param>
    /// <param name="Key">The key of the registry, when the article gives it beside a name.</param>
    private sealed record WrittenAuthor(ParsedAuthor Author, string? Key = null);
}
