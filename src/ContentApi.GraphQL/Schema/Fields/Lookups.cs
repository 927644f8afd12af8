using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Planning.Output;
using NpgsqlTypes;

namespace ContentApi.GraphQL.Schema.Fields;

/// <summary>Fields that find one row by one of several keys.</summary>
internal static class Lookups
{
    /// <summary>By id, slug and language, path or path of the file.</summary>
    public static OutputRow Article(FieldScope scope)
    {
        var article = TableMap.Of<ArticleRow>();
        return Find(scope, Entities.Article, (rows, name, value) => name switch
        {
            "slug" => BySlugAndLocale(scope, rows, (ObjectInput)value),
            "path" => $"{rows.Node[article.Column(x => x.Path)]} = {ArticlePath(scope, value)}",
            _ => $"{rows.Node[article.Column(x => x.FilePath)]} = {Text(scope, value)}",
        },
        node => ArticleOrder(scope, node));
    }

    /// <summary>Gives the path of an article that a caller means: slashes around it make no difference.</summary>
    public static string ArticlePath(FieldScope scope, InputValue path) => Text(scope, path, SitePath);

    /// <summary>Gives the path of a category that a caller means, likewise.</summary>
    public static string CategoryPath(FieldScope scope, InputValue path) => Text(scope, path, text => Composed(text.Trim('/')));

    /// <summary>Gives the order of articles of which one is looked for: the site's default language first, then the smallest path.</summary>
    public static IReadOnlyList<string> ArticleOrder(FieldScope scope, RowScope node)
    {
        var article = TableMap.Of<ArticleRow>();
        var source = TableMap.Of<SourceRow>();
        var alias = scope.Planner.NewAlias("s");
        var defaultLocale = $"(select {alias}.{source.Column(x => x.DefaultLocale)} from {source.Name} {alias} where {alias}.{source.Column(x => x.Id)} = {node[article.Column(x => x.SourceId)]})";
        return [$"{node[article.Column(x => x.Locale)]} = {defaultLocale} desc", node[article.Column(x => x.Path)], node["id"]];
    }

    /// <summary>By id or path.</summary>
    public static OutputRow Category(FieldScope scope)
    {
        var category = TableMap.Of<CategoryRow>();
        return Find(
            scope,
            Entities.Category,
            (rows, _, value) => $"{rows.Node[category.Column(x => x.Path)]} = {CategoryPath(scope, value)}",
            node => [node[category.Column(x => x.Name)], node["id"]]);
    }

    /// <summary>By id or slug.</summary>
    public static OutputRow BySlug(FieldScope scope, Entity entity, string slugColumn, string nameColumn) =>
        Find(scope, entity, (rows, _, value) => $"{rows.Node[slugColumn]} = {Text(scope, value, Composed)}", node => [node[nameColumn], node["id"]]);

    /// <summary>By id, deliverable address or hash.</summary>
    public static OutputRow Image(FieldScope scope)
    {
        var image = TableMap.Of<ImageRow>();
        return Find(
            scope,
            Entities.Image,
            (rows, name, value) => name == "url"
                ? $"{rows.Node[image.Column(x => x.Url)]} = {LocalOrRemoteUrl(scope, value)}"
                : $"{rows.Node[image.Column(x => x.ContentHash)]} = {Text(scope, value)}",
            node => [node[image.Column(x => x.SourceUrl)], node["id"]]);
    }

    /// <summary>Gives the key in a global id; an id of another type, or none at all, is the key of nothing.</summary>
    public static string Key(FieldScope scope, InputValue id, string typeName) =>
        scope.Parameters.Add(id, NpgsqlDbType.Uuid, value =>
            GlobalId.TryParse((string)((ScalarInput)value).Value, out var found) && found.Value.TypeName == typeName ? found.Value.Key : null);

    private static OutputRow Find(FieldScope scope, Entity entity, Func<Rowset, string, InputValue, string> condition, Func<TableScope, IReadOnlyList<string>> order)
    {
        var (name, value) = ((ObjectInput)scope.Arguments.Find("by")!).Fields[0];
        var all = entity.Rows(scope);
        var rows = new Rowset { From = all.From, Node = all.Node, NaturalOrder = name == "id" ? [] : order(all.Node) };
        rows.Conditions.Add(name == "id" ? $"{all.Node["id"]} = {Key(scope, value, entity.TypeName)}" : condition(rows, name, value));
        rows.Conditions.AddRange(all.Conditions);
        return References.First(scope, entity, rows);
    }

    private static string BySlugAndLocale(FieldScope scope, Rowset rows, ObjectInput key)
    {
        var slug = $"{rows.Node[Column<ArticleRow>.Name(x => x.Slug)]} = {Text(scope, key.Find("slug")!, Composed)}";
        return key.Find("locale") is { } locale
            ? $"{slug} and lower({rows.Node[Column<ArticleRow>.Name(x => x.Locale)]}) = {Text(scope, locale, tag => tag.Replace('_', '-').ToLowerInvariant())}"
            : slug;
    }

    private static string Text(FieldScope scope, InputValue value, Func<string, string>? normalise = null) =>
        scope.Parameters.Add(value, NpgsqlDbType.Text, input =>
        {
            var text = (string)((ScalarInput)input).Value;
            return normalise is null ? text : normalise(text);
        });

    private static string SitePath(string path) => "/" + Composed(path.Trim('/'));

    // Slugs and paths are stored in NFC. .NET refuses to compose U+FFFE, which nothing stored holds.
    private static string Composed(string text) => text.Replace('\uFFFE', '\uFFFD').Normalize();

    // Local addresses are stored without the server's own address, at which the caller sees them.
    private static string LocalOrRemoteUrl(FieldScope scope, InputValue value) =>
        scope.Parameters.Add(NpgsqlDbType.Text, binding =>
        {
            var url = (string)((ScalarInput)value.Resolve(binding.Variables)).Value;
            return url.StartsWith(binding.PublicBaseUrl + "/", StringComparison.Ordinal) ? url[binding.PublicBaseUrl.Length..] : url;
        });
}
