using ContentApi.Data;
using ContentApi.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace ContentApi.Server.Keys;

/// <summary>Makes, lists and revokes the keys of a database.</summary>
/// <param name="connectionString">An Npgsql connection string of a role that may change rows.</param>
/// <param name="clock">Says when a key was made or revoked.</param>
public sealed class ApiKeyStore(string connectionString, TimeProvider clock)
{
    /// <summary>Makes a key.</summary>
    /// <param name="name">For people; several keys may have the same.</param>
    /// <param name="role">What its holder may do.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The key, and the token that its holder sends. The token is stored nowhere and cannot be had again.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The database refused, or cannot be reached.</exception>
    public async Task<(ApiKey Key, string Token)> CreateAsync(string name, ApiKeyRole role, CancellationToken cancellationToken)
    {
        var token = ApiKeyToken.Create();
        var row = new ApiKeyRow
        {
            Id = token.Id,
            Name = name,
            Role = role.ToString().ToUpperInvariant(),
            Hash = token.Hash(),
            CreatedAt = clock.GetUtcNow(),
        };
        await using var context = Open();
        context.ApiKeys.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return (Describe(row), token.Reveal());
    }

    /// <summary>Gives every key, revoked ones too, in the order in which they were made.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database refused, or cannot be reached.</exception>
    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = Open();
        return [.. (await context.ApiKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancellationToken)).Select(Describe)];
    }

    /// <summary>Revokes the good key that has this id or name, when there is exactly one.</summary>
    /// <returns>The good keys that were found: the revoked one alone; or none, or several, of which none was revoked.</returns>
    /// <exception cref="Npgsql.NpgsqlException">The database refused, or cannot be reached.</exception>
    public async Task<IReadOnlyList<ApiKey>> RevokeAsync(string idOrName, CancellationToken cancellationToken)
    {
        await using var context = Open();
        var id = ApiKeyToken.TryReadId(idOrName);
        var found = await context.ApiKeys.Where(key => key.RevokedAt == null && (key.Id == id || key.Name == idOrName)).OrderBy(key => key.CreatedAt).ToListAsync(cancellationToken);
        if (found is [var only])
        {
            only.RevokedAt = clock.GetUtcNow();
            await context.SaveChangesAsync(cancellationToken);
        }

        return [.. found.Select(Describe)];
    }

    private ContentDbContext Open() => new(ContentDbContext.OptionsFor(connectionString));

    private static ApiKey Describe(ApiKeyRow row) => new()
    {
        Id = ApiKeyToken.WriteId(row.Id),
        Name = row.Name,
        Role = Enum.Parse<ApiKeyRole>(row.Role, ignoreCase: true),
        CreatedAt = row.CreatedAt,
        LastUsedAt = row.LastUsedAt,
        RevokedAt = row.RevokedAt,
    };
}
