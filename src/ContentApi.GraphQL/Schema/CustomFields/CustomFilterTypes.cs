using ContentApi.Data;

namespace ContentApi.GraphQL.Schema.CustomFields;

/// <summary>The input types of filters on custom fields, with the names and operators that HotChocolate gives them.</summary>
internal static class CustomFilterTypes
{
    private static readonly (string Name, string Description)[] Equality =
    [
        ("eq", "Equal to this value; null finds missing values."),
        ("neq", "Different from this value; missing values count as different."),
    ];

    private static readonly (string Name, string Description)[] Membership =
    [
        ("in", "Equal to one of these."),
        ("nin", "Equal to none of these; missing values match."),
    ];

    private static readonly (string Name, string Description)[] Comparison =
    [
        ("gt", "Greater than."),
        ("ngt", "Not greater than; missing values match."),
        ("gte", "Greater than or equal to."),
        ("ngte", "Not greater than or equal to; missing values match."),
        ("lt", "Less than."),
        ("nlt", "Not less than; missing values match."),
        ("lte", "Less than or equal to."),
        ("nlte", "Not less than or equal to; missing values match."),
    ];

    /// <summary>Name of a field's filter.</summary>
    public static string NameOf(CustomField field) => (field.ItemType, field.IsList) switch
    {
        (CustomField.Reference, true) => "ListFilterInputTypeOfArticleFilterInput",
        (CustomField.Reference, false) => "ArticleFilterInput",
        (_, true) => $"List{OperationsOf(field.ItemType)}",
        _ => OperationsOf(field.ItemType),
    };

    /// <summary>Every type that filters on these fields need, each once, also those that the schema may have.</summary>
    public static IEnumerable<(string Name, string Sdl)> Needed(IEnumerable<CustomField> fields) =>
        fields.SelectMany(field => (IEnumerable<(string Name, string Sdl)>)[.. OfItems(field), .. field.IsList ? [(NameOf(field), OfList(field))] : Array.Empty<(string, string)>()])
            .DistinctBy(type => type.Name)
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static string OperationsOf(string type) => $"{(type == "URL" ? "Url" : type)}OperationFilterInput";

    private static IEnumerable<(string Name, string Sdl)> OfItems(CustomField field)
    {
        var type = field.ItemType;
        (string Name, string Description)[]? operators = type switch
        {
            "Boolean" => Equality,
            "Float" or "LocalDate" or "URL" => [.. Equality, .. Membership, .. Comparison],
            _ => null,   // those of the schema itself
        };
        return operators is null ? [] : [(OperationsOf(type), Write(OperationsOf(type), $"Conditions on {Plural(type)}. Operators side by side must all match.", operators.Select(x => (x.Name, x.Name is "in" or "nin" ? $"[{type}]" : type, x.Description))))];
    }

    private static string OfList(CustomField field)
    {
        var item = field.ItemType == CustomField.Reference ? "ArticleFilterInput" : OperationsOf(field.ItemType);
        return Write(NameOf(field), $"Conditions on lists of {Plural(field.ItemType)}. Operators side by side must all match.",
        [
            ("all", item, "Matches when every item does; an empty list matches."),
            ("none", item, "Matches when no item does; an empty list matches."),
            ("some", item, "Matches when at least one item does."),
            ("any", "Boolean", "True finds lists with items, false empty ones."),
        ]);
    }

    private static string Plural(string type) => type switch
    {
        "String" => "texts",
        "Int" => "whole numbers",
        "Float" => "numbers",
        "Boolean" => "truth values",
        "DateTime" => "instants",
        "LocalDate" => "calendar dates",
        "URL" => "addresses, compared as text",
        _ => "articles",
    };

    private static string Write(string name, string description, IEnumerable<(string Name, string Type, string Description)> fields) =>
        $"\"{description}\"\ninput {name} {{\n{string.Concat(fields.Select(field => $"  \"{field.Description}\"\n  {field.Name}: {field.Type}\n"))}}}\n";
}
