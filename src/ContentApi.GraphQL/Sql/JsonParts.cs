using System.Text;

namespace ContentApi.GraphQL.Sql;

/// <summary>Joins pieces of JSON text in SQL.</summary>
internal static class JsonParts
{
    // PostgreSQL functions take at most 100 arguments (FUNC_MAX_ARGS).
    private const int MaximumArguments = 100;

    /// <summary>Gives one SQL text expression; neighbouring fixed texts become one literal.</summary>
    public static string Concat(IEnumerable<JsonPart> parts)
    {
        var arguments = Arguments(parts);
        while (arguments.Count > MaximumArguments)
        {
            arguments = [.. arguments.Chunk(MaximumArguments).Select(Call)];
        }

        return arguments is [['\'', ..]] ? arguments[0] : Call(arguments);
    }

    private static string Call(IEnumerable<string> arguments) => $"concat({string.Join(", ", arguments)})";

    private static List<string> Arguments(IEnumerable<JsonPart> parts)
    {
        var arguments = new List<string>();
        var literal = new StringBuilder();
        foreach (var part in parts)
        {
            if (!part.IsExpression)
            {
                literal.Append(part.Content);
                continue;
            }

            Flush(arguments, literal);
            arguments.Add(part.Content);
        }

        Flush(arguments, literal);
        return arguments;
    }

    private static void Flush(List<string> arguments, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            arguments.Add($"'{literal.Replace("'", "''")}'");
            literal.Clear();
        }
    }
}
