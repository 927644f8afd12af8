using System.Linq.Expressions;
using ContentApi.Data;
using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>
/// A temporary table with some columns of a table, filled by binary COPY. It belongs to the connection: a run that is
/// killed leaves nothing behind, and its rows cost no write-ahead log.
/// </summary>
/// <typeparam name="TRow">The row class of the table.</typeparam>
internal sealed class StagingTable<TRow>
{
    private readonly Table<TRow> _target = TableMap.Of<TRow>();
    private readonly StagedColumn<TRow>[] _columns;

    /// <param name="properties">Those that are staged.</param>
    public StagingTable(params Expression<Func<TRow, object?>>[] properties)
    {
        _columns = [.. properties.Select(p => StagedColumn<TRow>.Of(p, _target))];
        Name = $"staged_{_target.Name}";
    }

    /// <summary>The temporary table.</summary>
    public string Name { get; }

    /// <summary>The table that it is staged for.</summary>
    public string Target => _target.Name;

    /// <summary>The staged columns with commas.</summary>
    public string Columns => ColumnsWith("");

    /// <summary>The staged columns with commas, each with a prefix such as <c>s.</c>.</summary>
    public string ColumnsWith(string prefix) => string.Join(", ", _columns.Select(c => prefix + c.Name));

    /// <summary>Makes the table, empty.</summary>
    public string CreateSql() => $"create temp table {Name} as select {Columns} from {_target.Name} with no data";

    /// <exception cref="InvalidDataException">A text of a row cannot be stored.</exception>
    public void EnsureStorable(IReadOnlyList<TRow> rows)
    {
        foreach (var row in rows)
        {
            foreach (var column in _columns)
            {
                if (column.Value(row) is string text && !IsStorable(text))
                    throw new InvalidDataException($"{Name}.{column.Name} has a character that cannot be stored");
            }
        }
    }

    public async Task CopyAsync(NpgsqlConnection connection, IReadOnlyCollection<TRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {Name} ({Columns}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in _columns)
            {
                if (column.Value(row) is { } value)
                    await copy.WriteAsync(value, column.Type, ct);
                else
                    await copy.WriteNullAsync(ct);
            }
        }

        await copy.CompleteAsync(ct);
    }

    private static bool IsStorable(string text)
    {
        if (text.Contains('\0'))
            return false;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }

        return true;
    }
}
