using System.Data;
using System.Text;
using ContentApi.Data;
using ContentApi.GraphQL.Errors;
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

    private readonly NpgsqlDataSource _dataSource;
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
        _dataSource = dataSource;
        _clock = clock;
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
            var introspection = plan.Introspection is null
                ? new Dictionary<string, string>()
                : await _introspection.ExecuteAsync(plan.Introspection, variables, cancellationToken);
            return plan.Sql is null
                ? new GraphQLResponse(Encoding.UTF8.GetBytes(IntrospectionBody(introspection)), GraphQLOutcome.Executed)
                : await RunAsync(plan, new RequestBinding(variables, _clock.GetUtcNow(), context.PublicBaseUrl, introspection), cancellationToken);
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

    private async Task<GraphQLResponse> RunAsync(OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken)
    {
        try
        {
            return await RunOnceAsync(plan, binding, cancellationToken);
        }
        catch (NpgsqlException e) when (DatabaseFault.IsUnavailable(e))
        {
            // The database may have been restarted under connections that still wait in the pool. Statements only read, so
            // one more try on a new connection does no harm.
            _dataSource.Clear();
        }

        try
        {
            return await RunOnceAsync(plan, binding, cancellationToken);
        }
        catch (NpgsqlException e) when (DatabaseFault.IsUnavailable(e))
        {
            throw new UnavailableError();
        }
    }

    private async Task<GraphQLResponse> RunOnceAsync(OperationPlan plan, RequestBinding binding, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand(plan.Sql, connection);
            foreach (var parameter in plan.Parameters)
            {
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = parameter.Type, Value = parameter.Read(binding) ?? DBNull.Value });
            }

            await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess | CommandBehavior.SingleRow, cancellationToken);
            await reader.ReadAsync(cancellationToken);
            return new GraphQLResponse(await ReadBodyAsync(reader, cancellationToken), GraphQLOutcome.Executed);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancellationToken.IsCancellationRequested)
        {
            throw new QueryTimeoutError();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidParameterValue)
        {
            // Of all that callers give, this is the one thing that the database looks up in a list of its own.
            throw new InvalidArgumentError("The database does not know this time zone.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await using var data = await reader.GetStreamAsync(0, cancellationToken);
        var length = (int)data.Length;
        var body = new byte[Prefix.Length + length + 1];
        Prefix.CopyTo(body);
        await data.ReadExactlyAsync(body.AsMemory(Prefix.Length, length), cancellationToken);
        body[^1] = (byte)'}';
        return body;
    }

    private static byte[] Prefix { get; } = "{\"data\":"u8.ToArray();

    private static string IntrospectionBody(IReadOnlyDictionary<string, string> fields) =>
        $"{{\"data\":{{{string.Join(',', fields.Select(field => $"\"{field.Key}\":{field.Value}"))}}}}}";
}
