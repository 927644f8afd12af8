using System.Globalization;
using System.Text.Json.Nodes;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Schema;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>Applies a filter, given as JSON, to articles in memory: the contract read aloud, without SQL.</summary>
internal static class FilterEvaluator
{
    public static bool Matches(JsonObject filter, ArticleRow article) => filter.All(field => (field.Key, field.Value) switch
    {
        (_, null) => true,
        ("and", JsonArray list) => list.All(item => Matches(item!.AsObject(), article)),
        ("or", JsonArray list) => list.Count == 0 || list.Any(item => Matches(item!.AsObject(), article)),
        ("not", JsonObject inner) => !Matches(inner, article),
        (var name, var operations) => MatchesAll(operations.AsObject(), Value(name, article)),
    });

    /// <summary>True when the filter names kinds anywhere; else lists hold posts only.</summary>
    public static bool SpeaksOfKind(JsonNode? filter) => filter switch
    {
        JsonObject fields => fields.Any(field => field.Key == "kind" || (field.Key is "and" or "or" or "not" && SpeaksOfKind(field.Value))),
        JsonArray list => list.Any(SpeaksOfKind),
        _ => false,
    };

    public static string Status(ArticleRow article) =>
        article.Draft ? "DRAFT"
        : article.PublishedAt > SampleContent.Now ? "SCHEDULED"
        : article.ExpiresAt <= SampleContent.Now ? "EXPIRED"
        : "PUBLISHED";

    private static object? Value(string field, ArticleRow article) => field switch
    {
        "id" => new GlobalId("Article", article.Id).ToString(),
        "slug" => article.Slug,
        "path" => article.Path,
        "title" => article.Title,
        "kind" => article.Kind,
        "status" => Status(article),
        "publishedAt" => article.PublishedAt,
        "updatedAt" => article.UpdatedAt,
        "locale" => article.Locale,
        "wordCount" => article.WordCount,
        "sourcePath" => article.FilePath,
        _ => throw new ArgumentException($"'{field}' is no filter.", nameof(field)),
    };

    private static bool MatchesAll(JsonObject operations, object? value) => operations.All(operation => (operation.Key, operation.Value) switch
    {
        ("and", JsonArray list) => list.All(item => MatchesAll(item!.AsObject(), value)),
        ("or", JsonArray list) => list.Count == 0 || list.Any(item => MatchesAll(item!.AsObject(), value)),
        ("and" or "or", null) => true,
        ("eq" or "in" or "gt" or "gte" or "lt" or "lte" or "contains" or "startsWith" or "endsWith", var operand) => Holds(operation.Key, value, operand),
        (['n', .. var positive], var operand) => !Holds(positive, value, operand),
        _ => throw new ArgumentException($"'{operation.Key}' is no operator.", nameof(operations)),
    });

    private static bool Holds(string name, object? value, JsonNode? operand) => name switch
    {
        "eq" => Equals(value, Read(operand, value)),
        "in" => operand!.AsArray().Any(item => Equals(value, Read(item, value))),
        _ when value is null || operand is null => false,
        "contains" => ((string)value).Contains(operand.GetValue<string>(), StringComparison.Ordinal),
        "startsWith" => ((string)value).StartsWith(operand.GetValue<string>(), StringComparison.Ordinal),
        "endsWith" => ((string)value).EndsWith(operand.GetValue<string>(), StringComparison.Ordinal),
        _ => Compare(name, Comparer<object>.Default.Compare(value, Read(operand, value))),
    };

    private static bool Compare(string name, int result) => name switch
    {
        "gt" => result > 0,
        "gte" => result >= 0,
        "lt" => result < 0,
        "lte" => result <= 0,
        _ => throw new ArgumentException($"'{name}' is no operator.", nameof(name)),
    };

    private static object? Read(JsonNode? operand, object? value) => value switch
    {
        _ when operand is null => null,
        int => operand.GetValue<int>(),
        DateTimeOffset => DateTimeOffset.Parse(operand.GetValue<string>(), CultureInfo.InvariantCulture),
        _ => operand.GetValueKind() == System.Text.Json.JsonValueKind.String ? operand.GetValue<string>() : operand.GetValue<int>(),
    };
}
