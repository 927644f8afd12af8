using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ContentApi.LocalPostgres;
using ContentApi.TestSupport;
using Npgsql;

namespace ContentApi.Docs.Tests.Shell;

/// <summary>A PostgreSQL as documents and containers meet it: over TCP, with passwords.</summary>
public sealed class PasswordCluster : IAsyncLifetime
{
    /// <summary>The superuser.</summary>
    public const string User = "contentapi";

    /// <summary>The superuser's password.</summary>
    public const string Password = "secret";

    private readonly TemporaryFolder _folder = new();
    private LocalCluster? _cluster;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; private set; }

    /// <summary>What psql, createdb and pg_dump need to know of it, as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["PGHOST"] = "127.0.0.1",
        ["PGPORT"] = Port.ToString(CultureInfo.InvariantCulture),
        ["PGUSER"] = User,
        ["PGPASSWORD"] = Password,
    };

    public async ValueTask InitializeAsync()
    {
        Port = FreePort();
        await File.WriteAllTextAsync(_folder["pg_hba.conf"], "local all contentapi trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        var settings = new Dictionary<string, string>
        {
            ["fsync"] = "off",
            ["hba_file"] = _folder["pg_hba.conf"],
            ["listen_addresses"] = "127.0.0.1",
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
        };
        _cluster = await LocalCluster.StartAsync(new LocalClusterOptions { DataDirectory = null, TemporaryRoot = ScratchDisk.Root, Settings = settings }, CancellationToken.None);
        await ExecuteAsync($"alter role {User} password '{Password}'");
    }

    /// <summary>Makes the cluster as it was when it was new.</summary>
    public async Task ClearAsync()
    {
        var databases = await ExecuteAsync("select string_agg(datname, ',') from pg_database where not datistemplate and datname <> 'postgres'") as string;
        foreach (var database in databases?.Split(',') ?? [])
            await ExecuteAsync($"drop database {database} with (force)");
        var roles = await ExecuteAsync($"select string_agg(rolname, ',') from pg_roles where rolname not like 'pg\\_%' and rolname <> '{User}'") as string;
        foreach (var role in roles?.Split(',') ?? [])
            await ExecuteAsync($"drop role {role}");
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster!.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<object?> ExecuteAsync(string sql)
    {
        var socket = new NpgsqlConnectionStringBuilder(_cluster!.ConnectionString("postgres")) { Port = Port, Pooling = false };
        await using var connection = new NpgsqlConnection(socket.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>A port on which nothing listens at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
