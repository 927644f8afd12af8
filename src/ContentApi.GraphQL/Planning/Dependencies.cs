using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Schema.Fields;
using GraphQL;
using GraphQL.Types;

namespace ContentApi.GraphQL.Planning;

/// <summary>
/// What an operation's answer depends on, noted while its fields are planned. An object that is looked up by a key is one tag; of everything else the tag is
/// its type, since any object of the type may come into a list or leave it.
/// </summary>
internal sealed class Dependencies
{
    private static readonly IReadOnlyDictionary<string, string> TypeTags =
        Entities.All.ToDictionary(entity => entity.TypeName, entity => entity.TypeName.ToLowerInvariant(), StringComparer.Ordinal);

    // What these tell is counted from articles.
    private static readonly HashSet<string> OfArticles = ["archive", "facets", "redirect", "site"];

    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly List<(InputValue Value, string? Type)> _keys = [];

    /// <summary>False when only some callers may get the answer.</summary>
    public bool IsPublic { get; private set; } = true;

    /// <summary>Notes a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="isRoot">True for fields of the operation itself.</param>
    public void Note(CollectedField field, FieldArguments arguments, bool isRoot)
    {
        IsPublic &= !Authorization.IsForEditors(field.Type.Name, field.Name) && !arguments.Boolean("preview", fallback: false);
        if (isRoot && ((arguments.Find("by") as ObjectInput) ?? arguments.Find("id") ?? arguments.Find("ids")) is { } key)
        {
            _keys.Add((key, TypeTag(field.Definition!.ResolvedType)));
        }
        else if (TypeTag(field.Definition!.ResolvedType) is { } tag)
        {
            _types.Add(tag);
        }
        else if (isRoot && OfArticles.Contains(field.Name))
        {
            _types.Add(TypeTags["Article"]);
        }
    }

    /// <summary>Gives the tags of a request: types first, then single objects that no type among them covers.</summary>
    public IReadOnlyList<string> Tags(VariableValues variables)
    {
        var objects = _keys.SelectMany(key => ObjectTags(key.Value.Resolve(variables), key.Type)).Where(tag => !_types.Contains(tag[..tag.IndexOf(':')]));
        return [.. _types, .. objects.Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> ObjectTags(InputValue key, string? type) => key switch
    {
        ObjectInput { Fields: [var (name, value), ..] } => value is ScalarInput { Value: string text } && type is not null ? [Tag(type, name, text)] : [],
        ListInput list => list.Items.SelectMany(item => ObjectTags(item, type)),
        ScalarInput { Value: string id } => GlobalId.TryParse(id, out var found) && TypeTags.TryGetValue(found.Value.TypeName, out var tag) ? [Tag(tag, "id", id)] : [],
        _ => [],
    };

    private static string Tag(string type, string key, string value) =>
        $"{type}:{key}:{Uri.EscapeDataString(value).Replace("%2F", "/", StringComparison.Ordinal)}";

    // A connection is of the type of its nodes.
    private static string? TypeTag(IGraphType? type)
    {
        var named = type?.GetNamedType();
        return named is IObjectGraphType connection && connection.Fields.Find("nodes") is { } nodes && connection.Fields.Find("pageInfo") is not null
            ? TypeTag(nodes.ResolvedType)
            : TypeTags.GetValueOrDefault(named?.Name ?? string.Empty);
    }
}
