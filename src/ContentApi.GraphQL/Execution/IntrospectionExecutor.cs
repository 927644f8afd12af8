using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ContentApi.GraphQL.Execution;

/// <summary>Answers introspection with the engine's own executor.</summary>
internal sealed class IntrospectionExecutor(ISchema schema)
{
    private static readonly GraphQLSerializer Serializer = new(options => options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private readonly DocumentExecuter _executer = new();

    /// <summary>Gives the JSON of every introspection field by response key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ExecuteAsync(GraphQLDocument document, JsonElement variables, CancellationToken cancellationToken)
    {
        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = document,
            Variables = variables.ValueKind == JsonValueKind.Object ? Serializer.ReadNode<global::GraphQL.Inputs>(variables) : global::GraphQL.Inputs.Empty,
            ValidationRules = [],
            ThrowOnUnhandledException = true,
            CancellationToken = cancellationToken,
        });
        using var stream = new MemoryStream();
        await Serializer.WriteAsync(stream, result, cancellationToken);
        using var json = JsonDocument.Parse(stream.ToArray());
        return json.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetRawText())
            : throw new InvalidOperationException($"Introspection failed: {json.RootElement.GetRawText()}");
    }
}
