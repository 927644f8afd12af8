using System.Text;
using ContentApi.Data;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Execution.Explaining;
using ContentApi.GraphQL.Inputs;
using ContentApi.GraphQL.Planning;
using ContentApi.GraphQL.Schema;
using ContentApi.GraphQL.Schema.CustomFields;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;

namespace ContentApi.GraphQL.Execution;

/// <summary>
/// Answers GraphQL requests from the database, one statement each: document → plan → SQL → bytes. Documents are parsed
/// and plans made once; a warm request only binds parameters. Safe for many threads.
/// </summary>
public sealed class GraphQLExecutor : IDisposable
{
    private const int MaximumPlans = 4_000;
    private static readonly SchemaDefaults Defaults = new(ContentSchema.Definitions);

    private static readonly GraphQLResponse Nothing = new("{}"u8.ToArray(), GraphQLOutcome.Executed);
    private static readonly IReadOnlyDictionary<string, string> NoIntrospection = new Dictionary<string, string>();

    private readonly StatementRunner _runner;
    private readonly StatementExplainer _explainer;
    private readonly TimeProvider _clock;
    private readonly DocumentCache _documents;
    private readonly MemoryCache _plans = new(new MemoryCacheOptions { SizeLimit = MaximumPlans });
    private readonly OperationPlanner _planner;
    private readonly IntrospectionExecutor _introspection;
    private readonly VariableCoercer _variables = new(Defaults);

    /// <param name="dataSource">Connections made by <see cref="ContentDataSource"/>.</param>
    /// <param name="clock">Decides what is published.</param>
    /// <param name="customFields">The fields that sources declare, as <see cref="CustomFields.ReadAllAsync"/> gives them; null for none.</param>
    public GraphQLExecutor(NpgsqlDataSource dataSource, TimeProvider clock, IReadOnlyList<CustomField>? customFields = null)
    {
        _clock = clock;
        _runner = new StatementRunner(dataSource);
        _explainer = new StatementExplainer(_runner);
        DeclaredFields = customFields ?? [];
        var fields = new CustomFieldSet(DeclaredFields);
        var schema = ContentSchema.Build(fields.All);
        _documents = new DocumentCache(schema);
        _planner = new OperationPlanner(schema, Defaults, fields);
        _introspection = new IntrospectionExecutor(schema);
    }

    /// <summary>The fields that it was made for.</summary>
    public IReadOnlyList<CustomField> DeclaredFields { get; }

    /// <summary>Answers one request.</summary>
    /// <returns>A complete body for every input; a client's fault is told in it.</returns>
    /// <exception cref="OperationCanceledException">The caller went away.</exception>
    public async Task<GraphQLResponse> ExecuteAsync(GraphQLRequest request, RequestContext context, CancellationToken cancellationToken)
    {
        try
        {
            var operation = await _documents.GetAsync(request.Query, request.OperationName, cancellationToken);
            var variables = _variables.Coerce(operation.Variables, request.Variables);
            var plan = PlanFor(operation, variables, context.IsEditor);
            if (request.Cost == GraphQLCostMode.Validate)
            {
                return ResponseExtensions.With(Nothing, plan.Cost, explanation: null);
            }

            if (request.Explain && !context.IsEditor)
            {
                throw new ForbiddenError("Only editors may ask for 'extensions.explain'.");
            }

            var binding = new RequestBinding(variables, _clock.GetUtcNow(), context.PublicBaseUrl, await IntrospectAsync(plan, variables, cancellationToken));
            var response = await AnswerAsync(request, plan, binding, cancellationToken);
            return request is { Cost: GraphQLCostMode.Enforce, Explain: false }
                ? response
                : ResponseExtensions.With(response, request.Cost == GraphQLCostMode.Report ? plan.Cost : null, await ExplainAsync(request, plan, binding, cancellationToken));
        }
        catch (RequestError error)
        {
            return ErrorWriter.Write(request.Query, [error]);
        }
        catch (RequestErrorsException faults)
        {
            return ErrorWriter.Write(request.Query, faults.Errors);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _documents.Dispose();
        _plans.Dispose();
    }

    private OperationPlan PlanFor(PreparedOperation operation, VariableValues variables, bool isEditor)
    {
        var key = (operation, PlanShape.Of(operation, variables, isEditor));
        if (!_plans.TryGetValue<OperationPlan>(key, out var plan))
        {
            plan = _planner.Plan(operation, variables, isEditor);
            _plans.Set(key, plan, new MemoryCacheEntryOptions { Size = 1 });
        }

        return plan!;
    }

    private async ValueTask<IReadOnlyDictionary<string, string>> IntrospectAsync(OperationPlan plan, VariableValues variables, CancellationToken cancellationToken) =>
        plan.Introspection is null ? NoIntrospection : await _introspection.ExecuteAsync(plan.Introspection, variables, cancellationToken);

    // Faults of the database are part of the answer, which tells its cost and its plan all the same.
    private async Task<GraphQLResponse> AnswerAsync(GraphQLRequest request, OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken)
    {
        try
        {
            plan.Cost.Check();
            var (body, version) = plan.Sql is null
                ? (Encoding.UTF8.GetBytes(IntrospectionBody(binding.Introspection)), default(long?))
                : await _runner.RunAsync(plan.Sql, plan.Parameters, binding, ReadAsync, cancellationToken);
            return new GraphQLResponse(body, GraphQLOutcome.Executed)
            {
                IsPublic = plan.Dependencies.IsPublic && !request.Explain,
                ContentVersion = version,
                Dependencies = plan.Dependencies,
                Variables = binding.Variables,
            };
        }
        catch (RequestError error)
        {
            return ErrorWriter.Write(request.Query, [error]);
        }
    }

    private async Task<ReadOnlyMemory<byte>?> ExplainAsync(GraphQLRequest request, OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken) =>
        request.Explain && plan.Sql is not null && plan.Cost.IsAnswered ? await _explainer.ExplainAsync(plan, binding, cancellationToken) : default(ReadOnlyMemory<byte>?);

    private static async Task<(byte[] Body, long? Version)> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var version = reader.GetInt64(0);
        await using var data = await reader.GetStreamAsync(1, cancellationToken);
        var length = (int)data.Length;
        var body = new byte[Prefix.Length + length + 1];
        Prefix.CopyTo(body);
        await data.ReadExactlyAsync(body.AsMemory(Prefix.Length, length), cancellationToken);
        body[^1] = (byte)'}';
        return (body, version);
    }

    private static byte[] Prefix { get; } = "{\"data\":"u8.ToArray();

    private static string IntrospectionBody(IReadOnlyDictionary<string, string> fields) =>
        $"{{\"data\":{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}}}";
}
