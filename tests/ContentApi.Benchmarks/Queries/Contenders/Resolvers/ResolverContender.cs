using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using ContentApi.Data;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ContentApi.Benchmarks.Queries.Contenders.Resolvers;

/// <summary>GraphQL.NET as its users write it: a resolver for every field, batches for relations, EF Core below. Documents are parsed and validated once.</summary>
/// <param name="dataSource">Shared by all contenders.</param>
internal sealed class ResolverContender(NpgsqlDataSource dataSource) : IContender
{
    private readonly IDbContextFactory<ContentDbContext> _contexts = ContentContexts.Over(dataSource);
    private readonly DocumentExecuter _executer = new();
    private readonly global::GraphQL.Types.Schema _schema = BuildSchema();
    private readonly GraphQLSerializer _serializer = new(options => options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
    private readonly ConcurrentDictionary<QuestionKind, GraphQLDocument> _documents = new();

    /// <inheritdoc/>
    public string Name => "GraphQL.NET resolvers";

    /// <inheritdoc/>
    public async Task<ReadOnlyMemory<byte>> AnswerAsync(QuestionKind kind, Request request)
    {
        var options = new ExecutionOptions
        {
            Schema = _schema,
            Query = Documents.Of(kind),
            Variables = new Inputs(request.Values.ToDictionary()),
            UserContext = new Loaders(_contexts, TimeProvider.System.GetUtcNow()),
            ThrowOnUnhandledException = true,
        };
        if (_documents.TryGetValue(kind, out var document))
        {
            (options.Document, options.ValidationRules) = (document, []);
        }

        var result = await _executer.ExecuteAsync(options);
        if (document is null && result.Errors is null)
        {
            _documents[kind] = Parser.Parse(Documents.Of(kind));
        }

        using var body = new MemoryStream();
        await _serializer.WriteAsync(body, result);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static global::GraphQL.Types.Schema BuildSchema()
    {
        var schema = new global::GraphQL.Types.Schema { Query = new QueryType() };
        schema.Initialize();
        return schema;
    }
}
