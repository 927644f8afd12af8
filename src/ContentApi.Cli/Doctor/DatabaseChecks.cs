using System.Collections.Concurrent;
using System.Globalization;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Data;
using Npgsql;

namespace ContentApi.Cli.Doctor;

/// <summary>Looks at the database that was given: can it be reached, what may this user do there, and what is in it.</summary>
internal sealed class DatabaseChecks(DoctorOptions options, TimeProvider clock)
{
    // In seconds. A server that does not answer must not hold up the rest.
    private const int ConnectLimit = 5;
    private const int OldestMajor = 15;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public async Task<CheckGroup> RunAsync(CancellationToken cancellationToken)
    {
        const string Title = "Database";
        if (options.Database is not { } given)
        {
            return new CheckGroup(Title, [new Check(CheckMark.Note, "database", $"none given, and dev runs its own; name yours with --database or in {DatabaseAddress.Variable}")]);
        }

        List<Check> faults = [];
        var seen = new ConcurrentQueue<Check>();
        using var limit = new CancellationTokenSource(Limit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            // The driver does not heed a token in every phase of connecting: the looking may outlast the wait for it.
            var looking = LookAsync(seen, Bound(DatabaseAddress.Read(given.Text, given.Name)), both.Token);
            Forget(looking);
            await looking.WaitAsync(both.Token);
        }
        catch (NewerDatabaseException fault)
        {
            faults.Add(new Check(CheckMark.Fault, "schema", "not of this version", fault.Message));
        }
        catch (CommandFault fault)
        {
            faults.Add(new Check(CheckMark.Fault, "database", $"the one in {given.Name} cannot be used", fault.Message));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            faults.Add(new Check(CheckMark.Fault, "database", "did not answer in time", "Look at what the server is doing, and try again."));
        }

        return new CheckGroup(Title, [.. seen, .. faults]);
    }

    // A fault that comes after the wait has ended is nobody's.
    private static void Forget(Task looking) => _ = looking.ContinueWith(
        static ended => _ = ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private static string Bound(string connectionString)
    {
        var bounded = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = ConnectLimit, Pooling = false };
        bounded.Timeout = bounded.Timeout is 0 or > ConnectLimit ? ConnectLimit : bounded.Timeout;
        return bounded.ConnectionString;
    }

    private static Task<bool> LookAsync(ConcurrentQueue<Check> checks, string connectionString, CancellationToken cancellationToken) => DatabaseFaults.GuardAsync(connectionString, async () =>
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        checks.Enqueue(CheckServer(connection));
        var rights = await DatabaseRights.ReadAsync(connection, cancellationToken);
        checks.Enqueue(rights.ToCheck());
        if (rights.CanSeeHistory)
        {
            var pending = await DatabaseMigrator.FindPendingAsync(connectionString, cancellationToken);
            checks.Enqueue(CheckSchema(pending.Count));
            if (pending.Count == 0 && rights.CanRead)
            {
                checks.Enqueue(await CheckContentAsync(connection, cancellationToken));
            }
        }
        else if (!rights.HasTables)
        {
            checks.Enqueue(new Check(CheckMark.Fault, "schema", "empty", "Run contentapi migrate to make the tables."));
        }

        return true;
    });

    private static Check CheckServer(NpgsqlConnection connection)
    {
        var address = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        var version = connection.PostgreSqlVersion;
        var where = $"PostgreSQL {version.Major}.{version.Minor} at {DatabaseFaults.Server(address)}, database {connection.Database}";
        return version.Major >= OldestMajor
            ? new Check(CheckMark.Good, "database", where)
            : new Check(CheckMark.Fault, "database", where, $"Use PostgreSQL {OldestMajor} or newer.");
    }

    private static Check CheckSchema(int pending) => pending == 0
        ? new Check(CheckMark.Good, "schema", "of this version")
        : new Check(CheckMark.Fault, "schema", $"behind by {Quantity.Of(pending, "migration")}", "Run contentapi migrate.");

    private static async Task<Check> CheckContentAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select (select count(*) from article), (select count(*) from source), run.finished_at, run.name
            from (values (1)) as one (row)
            left join lateral (
                select r.finished_at, s.name from import_run r join source s on s.id = r.source_id order by r.id desc limit 1
            ) as run on true
            """,
            connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        if (await row.IsDBNullAsync(2, cancellationToken))
        {
            return new Check(CheckMark.Warning, "content", "nothing was imported yet", "Import a folder: contentapi import FOLDER.");
        }

        var sources = row.GetInt64(1);
        return new Check(CheckMark.Good, "content", string.Create(
            CultureInfo.InvariantCulture,
            $"{Quantity.Of(row.GetInt64(0), "article")}{(sources == 1 ? "" : $" of {sources:N0} sources")}; last import {row.GetFieldValue<DateTimeOffset>(2).ToUniversalTime():yyyy-MM-dd HH:mm} UTC, '{row.GetString(3)}'"));
    }
}
