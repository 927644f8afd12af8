namespace ContentApi.GraphQL.Sql;

/// <summary>A piece of JSON text.</summary>
/// <param name="Content">The text itself, or the SQL expression that gives it.</param>
/// <param name="IsExpression">Which of the two.</param>
internal readonly record struct JsonPart(string Content, bool IsExpression)
{
    /// <summary>Fixed text.</summary>
    public static JsonPart Text(string json) => new(json, IsExpression: false);

    /// <summary>A SQL expression; SQL null prints nothing.</summary>
    public static JsonPart Sql(string expression) => new(expression, IsExpression: true);
}
