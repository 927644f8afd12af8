using System.Text.RegularExpressions;
using ContentApi.Parsing.Body;
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
            foreach (var node in entry.Value is MetaList list ? list.Items : [entry.Value])
                authors.AddRange(ReadOne(node, context, ref isComplete));
            if (authors.Count > before)
                used.Add(entry);

            // What an author's fields cannot hold (a role) stays in the params with the rest.
            if (isComplete)
                context.Fields.Take(entry);
        }

        if (authors.DistinctBy(x => NameKey.Of(x.Author.Name)).ToArray() is [var only])
            authors = [only with { Author = Complete(only.Author, context) }];
        IReadOnlyList<ParsedAuthor> people = [.. authors.Select(x => context.Options.Authors.Complete(x.Author, x.Key)).DistinctBy(x => NameKey.Of(x.Name))];
        context.Origins?.Add("authors", used, NoteOf(authors, context));
        return people;
    }

    private static string? NoteOf(List<WrittenAuthor> authors, FieldContext context)
    {
        string[] known = [.. authors.Select(x => x.Key ?? x.Author.Name).Where(context.Options.Authors.Knows).Distinct()];
        return known.Length == 0 ? null : $"with what the registry says of {string.Join(", ", known)}";
    }

    private static WrittenAuthor[] ReadOne(MetaNode node, FieldContext context, ref bool isComplete)
    {
        switch (node)
        {
            case MetaMap map:
                return ReadObject(map, context, ref isComplete);
            case MetaList:
                isComplete = false;
                return [];
            default:
                return FieldContext.Texts(node).SingleOrDefault() is { } text ? ReadText(text with { Text = context.WithoutBrackets(text.Text) }, context, ref isComplete) : [];
        }
    }

    private static WrittenAuthor[] ReadObject(MetaMap map, FieldContext context, ref bool isComplete)
    {
        string[] known = ["key", "name", "url", "avatar", "bio"];
        isComplete &= map.Entries.All(entry => known.Contains(entry.Key.ToLowerInvariant()) && entry.Value is MetaScalar);
        var key = FieldContext.TextOf(map, "key");
        if (FieldContext.TextOf(map, "name", "display_name") is { } name)
            isComplete &= key is null || context.Options.Authors.Knows(key);
        else if ((key ?? FieldContext.TextOf(map, "title")) is { } word)
            (name, key) = (word, null);
        else
            return [];
        var url = AuthorFields.HttpOrNull(AuthorFields.UrlOf(map));
        isComplete &= url is not null || map.Find("url") is null;
        var author = Author(name, map, context) with
        {
            Url = url,
            AvatarAddress = AuthorFields.AddressOrNull(AuthorFields.AvatarOf(map)),
            Bio = AuthorFields.BioOf(map, context.Bag),
        };
        return [new WrittenAuthor(author, key)];
    }

    private static WrittenAuthor[] ReadText(MetaScalar text, FieldContext context, ref bool isComplete)
    {
        if (text.Text.Length <= WebAddress.MaxLength && Linked().Match(text.Text) is { Success: true } match
            && AuthorFields.HttpOrNull(match.Groups["url"].Value) is { } url)
        {
            isComplete &= !match.Groups["role"].Success;
            return [new WrittenAuthor(Author(match.Groups["name"].Value, text, context) with { Url = url })];
        }

        if (!context.Options.SplitAuthors)
            return [new WrittenAuthor(Author(text.Text, text, context))];
        return [.. Separator().Split(text.Text).Where(name => name.Trim().Length > 0).Select(name => new WrittenAuthor(Author(name, text, context)))];
    }

    // authorURL and authorImageURL describe the one author of a file (old Docusaurus).
    private static ParsedAuthor Complete(ParsedAuthor author, FieldContext context)
    {
        foreach (var entry in context.Fields.Find(UrlKeys).ToArray())
        {
            if (author.Url is null && entry.Value is MetaScalar scalar && AuthorFields.HttpOrNull(scalar.Text.Trim()) is { } url)
            {
                author = author with { Url = url };
                context.Fields.Take(entry);
            }
        }

        foreach (var entry in context.Fields.Find(AvatarKeys).ToArray())
        {
            if (author.AvatarAddress is null && entry.Value is MetaScalar scalar && AuthorFields.AddressOrNull(scalar.Text.Trim()) is { } avatar)
            {
                author = author with { AvatarAddress = avatar };
                context.Fields.Take(entry);
            }
        }

        return author;
    }

    private static ParsedAuthor Author(string name, MetaNode node, FieldContext context) =>
        new(FieldLimit.Apply(name.ReplaceLineEndings(" ").Trim(), FieldLimit.Name, "author", node.Place, context.Bag));

    [GeneratedRegex(@"^(?<name>[^()\[\]]*[^()\[\]\s])\s*\(\[[^\]\[]*\]\((?<url>[^()\s]+)\)\)(\s*,\s*(?<role>[^\[\]]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Linked();

    [GeneratedRegex(@"\s+and\s+|\s*[,;、，]\s*|\s+&\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    /// <param name="Author">What the article says.</param>
    /// <param name="Key">The key of the registry, when the article gives it beside a name.</param>
    private sealed record WrittenAuthor(ParsedAuthor Author, string? Key = null);
}
