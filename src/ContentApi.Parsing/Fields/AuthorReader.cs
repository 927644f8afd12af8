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
        var authors = new Dictionary<string, ParsedAuthor>();
        foreach (var entry in context.Fields.Find(context.Rules.AuthorKeys).ToArray())
        {
            var isComplete = true;
            foreach (var node in entry.Value is MetaList list ? list.Items : [entry.Value])
            {
                foreach (var author in ReadOne(node, context, ref isComplete))
                    authors.TryAdd(NameKey.Of(author.Name), author);
            }

            // What an author's fields cannot hold (a role, a biography) stays in the params with the rest.
            if (isComplete)
                context.Fields.Take(entry);
        }

        var all = authors.Values.ToArray();
        if (all is [var only])
            all[0] = Complete(only, context);
        return all;
    }

    private static ParsedAuthor[] ReadOne(MetaNode node, FieldContext context, ref bool isComplete)
    {
        switch (node)
        {
            case MetaMap map:
                return ReadObject(map, context, ref isComplete);
            case MetaList:
                isComplete = false;
                return [];
            default:
                return FieldContext.Texts(node).SingleOrDefault() is { } text ? ReadText(text, context, ref isComplete) : [];
        }
    }

    private static ParsedAuthor[] ReadObject(MetaMap map, FieldContext context, ref bool isComplete)
    {
        string[] known = ["name", "url", "avatar"];
        isComplete &= map.Entries.All(entry => known.Contains(entry.Key.ToLowerInvariant()) && entry.Value is MetaScalar);
        if (FieldContext.TextOf(map, "name", "title", "display_name", "key") is not { } name)
            return [];
        var url = HttpOrNull(FieldContext.TextOf(map, "url", "link", "website", "homepage"));
        var avatar = FieldContext.TextOf(map, "avatar", "image", "image_url", "picture", "photo");
        isComplete &= url is not null || map.Find("url") is null;
        return [Author(name, map, context) with { Url = url, AvatarAddress = AddressOrNull(avatar) }];
    }

    private static ParsedAuthor[] ReadText(MetaScalar text, FieldContext context, ref bool isComplete)
    {
        if (text.Text.Length <= WebAddress.MaxLength && Linked().Match(text.Text) is { Success: true } match
            && HttpOrNull(match.Groups["url"].Value) is { } url)
        {
            isComplete &= !match.Groups["role"].Success;
            return [Author(match.Groups["name"].Value, text, context) with { Url = url }];
        }

        if (!context.Options.SplitAuthors)
            return [Author(text.Text, text, context)];
        return [.. Separator().Split(text.Text).Where(name => name.Trim().Length > 0).Select(name => Author(name, text, context))];
    }

    // authorURL and authorImageURL describe the one author of a file (old Docusaurus).
    private static ParsedAuthor Complete(ParsedAuthor author, FieldContext context)
    {
        foreach (var entry in context.Fields.Find(UrlKeys).ToArray())
        {
            if (author.Url is null && entry.Value is MetaScalar scalar && HttpOrNull(scalar.Text.Trim()) is { } url)
            {
                author = author with { Url = url };
                context.Fields.Take(entry);
            }
        }

        foreach (var entry in context.Fields.Find(AvatarKeys).ToArray())
        {
            if (author.AvatarAddress is null && entry.Value is MetaScalar scalar && AddressOrNull(scalar.Text.Trim()) is { } avatar)
            {
                author = author with { AvatarAddress = avatar };
                context.Fields.Take(entry);
            }
        }

        return author;
    }

    private static ParsedAuthor Author(string name, MetaNode node, FieldContext context) =>
        new(FieldLimit.Apply(name.ReplaceLineEndings(" ").Trim(), FieldLimit.Name, "author", node.Place, context.Bag));

    private static string? HttpOrNull(string? url) => url is not null && WebAddress.IsHttp(url) ? url : null;

    private static string? AddressOrNull(string? address) =>
        !string.IsNullOrEmpty(address) && address.Length <= WebAddress.MaxLength && WebAddress.IsSafeImage(address) ? WebAddress.WithScheme(address) : null;

    [GeneratedRegex(@"^(?<name>[^()\[\]]*[^()\[\]\s])\s*\(\[[^\]\[]*\]\((?<url>[^()\s]+)\)\)(\s*,\s*(?<role>[^\[\]]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Linked();

    [GeneratedRegex(@"\s+and\s+|\s*[,;、，]\s*|\s+&\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();
}
