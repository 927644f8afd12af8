using Npgsql;

namespace ContentApi.Cli.Doctor;

/// <summary>What the user of a connection may do.</summary>
internal sealed record DatabaseRights
{
    // One table stands for all: rights are granted to a role for all tables together. The server of a standby takes no changes whatever was granted.
    private const string Query = """
        select current_user::text,
          a.oid is not null,
          coalesce(h.oid is not null and has_table_privilege(h.oid, 'select'), false),
          coalesce(has_table_privilege(a.oid, 'select'), false),
          coalesce(has_table_privilege(a.oid, 'insert') and has_table_privilege(a.oid, 'update') and has_table_privilege(a.oid, 'delete'), false)
            and has_database_privilege(current_database(), 'temporary') and not w.read_only,
          coalesce(has_schema_privilege(current_schema(), 'create') and (a.oid is null or pg_has_role(a.relowner, 'usage')), false) and not w.read_only,
          w.read_only
        from (select current_setting('transaction_read_only')::bool) as w (read_only)
        left join pg_class a on a.oid = to_regclass('article')
        left join pg_class h on h.oid = to_regclass('"__EFMigrationsHistory"')
        """;

    public required string User { get; init; }

    /// <summary>Whether the tables are there.</summary>
    public required bool HasTables { get; init; }

    /// <summary>Whether the list of migrations is there and may be read.</summary>
    public required bool CanSeeHistory { get; init; }

    /// <summary>Enough for <c>serve</c>.</summary>
    public required bool CanRead { get; init; }

    /// <summary>Enough for <c>import</c>.</summary>
    public required bool CanWrite { get; init; }

    /// <summary>Enough for <c>migrate</c>.</summary>
    public required bool CanMigrate { get; init; }

    /// <summary>Whether the server takes no changes, as a standby does.</summary>
    public required bool IsReadOnly { get; init; }

    public static async Task<DatabaseRights> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new DatabaseRights
        {
            User = row.GetString(0),
            HasTables = row.GetBoolean(1),
            CanSeeHistory = row.GetBoolean(2),
            CanRead = row.GetBoolean(3),
            CanWrite = row.GetBoolean(4),
            CanMigrate = row.GetBoolean(5),
            IsReadOnly = row.GetBoolean(6),
        };
    }

    public Check ToCheck()
    {
        var mode = IsReadOnly ? "; the server takes no changes" : "";
        if (!HasTables)
        {
            return CanMigrate
                ? new Check(CheckMark.Good, "rights", $"'{User}' may migrate")
                : new Check(CheckMark.Fault, "rights", $"'{User}' may not make tables{mode}", $"Let '{User}' own the database, or migrate as its owner.");
        }

        (bool May, string What)[] all = [(CanRead && CanSeeHistory, "read"), (CanWrite, "import"), (CanMigrate, "migrate")];
        var detail = string.Join("; ", Sentences(all)) + mode;
        return CanRead && CanSeeHistory
            ? new Check(CheckMark.Good, "rights", detail)
            : new Check(CheckMark.Fault, "rights", detail, $"Grant it as the owner: grant select on all tables in schema public to \"{User}\".");
    }

    private IEnumerable<string> Sentences((bool May, string What)[] all)
    {
        var may = all.Where(right => right.May).Select(right => right.What).ToList();
        var mayNot = all.Where(right => !right.May).Select(right => right.What).ToList();
        if (may.Count > 0)
        {
            yield return $"'{User}' may {string.Join(", ", may)}";
        }

        if (mayNot.Count > 0)
        {
            yield return $"{(may.Count > 0 ? "" : $"'{User}' ")}may not {string.Join(", ", mayNot)}";
        }
    }
}
