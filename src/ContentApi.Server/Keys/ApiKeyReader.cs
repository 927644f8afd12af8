using System.Net.Http.Headers;
using System.Security.Cryptography;
using ContentApi.Data;
using ContentApi.Data.Rows;
using ContentApi.GraphQL.Execution;
using ContentApi.Server.Errors;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ContentApi.Server.Keys;

/// <summary>
/// Finds out what the key of a request allows. Every request asks the database, which is one look-up by primary key: so a
/// new key works at once, and a revoked one never again.
/// </summary>
internal sealed class ApiKeyReader(NpgsqlDataSource database, ApiKeyUses uses)
{
    private static readonly string Sql = BuildSql();

    // Stands in for a key that is not there, so that it takes the same path and time as a wrong secret.
    private static readonly StoredKey Nobody = new(ApiKeyRole.Reader, RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), IsRevoked: true);

    /// <summary>True when a request names itself, whether rightly or not: its answer is for nobody else.</summary>
    public static bool IsGiven(HttpRequest request) => request.Headers.Authorization.Count > 0;

    /// <summary>Gives the role of the request's key; null when it has none.</summary>
    /// <exception cref="ProblemException">There is an Authorization header without a good key, or keys cannot be read.</exception>
    public async Task<ApiKeyRole?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsGiven(request))
            return null;
        return Token(request) is { } token && await FindAsync(token, cancellationToken) is { } role
            ? role
            : throw new ProblemException(Problem.InvalidKey);
    }

    private static ApiKeyToken? Token(HttpRequest request) =>
        request.Headers.Authorization is [var header]
        && AuthenticationHeaderValue.TryParse(header, out var authorization)
        && authorization is { Scheme: var scheme, Parameter: { } parameter }
        && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            ? ApiKeyToken.TryRead(parameter)
            : null;

    private async Task<ApiKeyRole?> FindAsync(ApiKeyToken token, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(token.Id, cancellationToken) ?? Nobody;
        if (!CryptographicOperations.FixedTimeEquals(stored.Hash, token.Hash()) || stored.IsRevoked)
            return null;
        uses.Note(token.Id);
        return stored.Role;
    }

    private async Task<StoredKey?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOnceAsync(id, cancellationToken);
        }
        catch (NpgsqlException e) when (DatabaseFault.IsOfConnection(e))
        {
            // The database may have been restarted under connections that still wait in the pool.
            database.Clear();
            return await FindOnceAsync(id, cancellationToken);
        }
    }

    private async Task<StoredKey?> FindOnceAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(Sql);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await reader.ReadAsync(cancellationToken)
                ? new StoredKey(Enum.Parse<ApiKeyRole>(reader.GetString(0), ignoreCase: true), reader.GetFieldValue<byte[]>(1), reader.GetBoolean(2))
                : null;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new ProblemException(Problem.DatabaseOutdated);
        }
    }

    private static string BuildSql()
    {
        var key = TableMap.Of<ApiKeyRow>();
        return $"select {key.Column(x => x.Role)}, {key.Column(x => x.Hash)}, {key.Column(x => x.RevokedAt)} is not null from {key.Name} where {key.Column(x => x.Id)} = $1";
    }

    private sealed record StoredKey(ApiKeyRole Role, byte[] Hash, bool IsRevoked);
}
