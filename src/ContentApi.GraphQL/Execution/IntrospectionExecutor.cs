using System.Text.Json;
using ContentApi.GraphQL.Inputs;
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
    /// <param name="document">The operation; it declares no variables but texts and truth values, for no other has a place in introspection.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<IReadOnlyDictionary<string, string>> ExecuteAsync(GraphQLDocument document, VariableValues variables, CancellationToken cancellationToken)
    {
        var values = variables.All.ToDictionary(variable => variable.Key, variable => (variable.Value as ScalarInput)?.Value);
        var result = await _executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Document = document,
            Variables = new global::GraphQL.Inputs(values),
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
