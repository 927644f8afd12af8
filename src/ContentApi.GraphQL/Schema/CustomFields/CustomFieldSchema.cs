using System.Text;
using ContentApi.Data;
using ContentApi.GraphQL.Schema.Fields;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>Writes declared fields into the schema: fields, filters and orders of Article, and the input types that they need and the schema has not.</summary>
internal static class CustomFieldSchema
{
    /// <summary>Gives the schema with the fields.</summary>
    /// <param name="sdl">The schema as written.</param>
    /// <param name="document">The same, parsed.</param>
    /// <param name="fields">Those that the graph takes.</param>
    public static string Extend(string sdl, GraphQLDocument document, IReadOnlyList<CustomField> fields)
    {
        if (fields.Count == 0)
        {
            return sdl;
        }

        var filtered = fields.Where(field => CustomFilters.Find(field) is not null).ToList();
        (string Type, string Members)[] additions =
        [
            (Entities.Article.TypeName, string.Concat(fields.Select(field => $"\n  {Describe($"The front matter's `{field.Key}`{NoteOf(field)}.")}\n  {field.Name}: {TypeOf(field)}\n"))),
            ("ArticleFilterInput", string.Concat(filtered.Select(field => $"  {Describe($"By the front matter's `{field.Key}`.")}\n  {field.Name}: {CustomFilterTypes.NameOf(field)}\n"))),
            ("ArticleSortInput", string.Concat(fields.Where(field => CustomFieldSql.Order(field) is not null).Select(field => $"  {Describe($"By the front matter's `{field.Key}`.")}\n  {field.Name}: SortEnumType\n"))),
        ];
        var text = new StringBuilder(sdl);
        foreach (var (type, members) in additions.OrderByDescending(addition => EndOf(document, addition.Type)))
        {
            text.Insert(EndOf(document, type), members);
        }

        foreach (var input in CustomFilterTypes.Needed(filtered).Where(input => Find(document, input.Name) is null))
        {
            text.Append('\n').Append(input.Sdl);
        }

        return text.ToString();
    }

    private static string NoteOf(CustomField field) => field switch
    {
        { ItemType: CustomField.Reference, IsList: true } => ": the articles that it names and that are public, in its order",
        { ItemType: CustomField.Reference } => ": the article that it names; null when there is none, or it is not public",
        { IsList: true } => "; empty when the article has none",
        _ => "; null when the article has none",
    };

    private static string TypeOf(CustomField field) => field.IsList ? $"[{field.ItemType}!]!" : field.ItemType;

    // Keys are letters, digits, hyphens, underscores and blanks; one that somebody wrote into the database by hand is not to break the schema.
    private static string Describe(string text) => $"\"{text.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    // Of the closing brace, with which its line begins.
    private static int EndOf(GraphQLDocument document, string type) => Find(document, type)!.Location.End - 1;

    private static ASTNode? Find(GraphQLDocument document, string name) => document.Definitions.OfType<GraphQLTypeDefinition>().FirstOrDefault(type => type.Name.StringValue == name);
}
