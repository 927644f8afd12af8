using System.Data;
using ContentApi.GraphQL.Errors;
using ContentApi.GraphQL.Planning;
using Npgsql;

namespace ContentApi.GraphQL.Execution;

/// <summary>Runs statements and turns the faults of the database into errors for clients.</summary>
/// <param name="dataSource">Connections made by <see cref="ContentDataSource"/>.</param>
internal sealed class StatementRunner(NpgsqlDataSource dataSource)
{
    /// <summary>Runs one statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="binding">Where they take their values from.</param>
    /// <param name="readAsync">Reads the answer; rows and columns come one after the other.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="before">A statement without a result, to run first; null for none.</param>
    /// <param name="after">A statement without a result to run last; null for none.</param>
    /// <exception cref="QueryTimeoutError">It ran longer than the limit.</exception>
    /// <exception cref="UnavailableError">The database cannot be reached.</exception>
    /// <exception cref="InvalidArgumentError">The database does not know a value that the caller gave.</exception>
    public async Task<T> RunAsync<T>(
        string sql,
        IReadOnlyList<PlanParameter> parameters,
        RequestBinding binding,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> readAsync,
        CancellationToken cancellationToken,
        string? before = null,
        string? after = null)
    {
        try
        {
            return await RunOnceAsync(sql, parameters, binding, readAsync, before, after, cancellationToken);
        }
        catch (NpgsqlException e) when (DatabaseFault.IsOfConnection(e))
        {
            // The database may have been restarted under connections that still wait in the pool. Statements only read, so
            // one more try on a new connection does no harm.
            dataSource.Clear();
        }
        catch (NpgsqlException e) when (DatabaseFault.IsUnavailable(e))
        {
            throw new UnavailableError();
        }

        try
        {
            return await RunOnceAsync(sql, parameters, binding, readAsync, before, after, cancellationToken);
        }
        catch (NpgsqlException e) when (DatabaseFault.IsUnavailable(e))
        {
            throw new UnavailableError();
        }
    }

    private async Task<T> RunOnceAsync<T>(
        string sql,
        IReadOnlyList<PlanParameter> parameters,
        RequestBinding binding,
        Func<NpgsqlDataReader, CancellationToken, Task<T>> readAsync,
        string? before,
        string? after,
        CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(connection);
            foreach (var other in new[] { before, sql, after }.OfType<string>())
            {
                batch.BatchCommands.Add(new NpgsqlBatchCommand(other));
            }

            var command = batch.BatchCommands[before is null ? 0 : 1];
            foreach (var parameter in parameters)
            {
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = parameter.Type, Value = parameter.Read(binding) ?? DBNull.Value });
            }

            await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
            return await readAsync(reader, cancellationToken);
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
}
