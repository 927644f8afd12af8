using System.Globalization;
using System.Text.Json;
using ContentApi.Importer.Writing;
using ContentApi.TestSupport;
using CsCheck;
using Npgsql;
using NpgsqlTypes;

namespace ContentApi.Importer.Tests.Writing;

public sealed class CopyBufferTests : IAsyncLifetime
{
    private const string Columns = "key, flag, number, size, weight, at, text, list, json";

    private static readonly Gen<string> Text =
        Gen.OneOf(Gen.Int[1, 0x7F], Gen.Int[0x80, 0x7FF], Gen.Int[0x4E00, 0x9FFF], Gen.Int[0xE000, 0xFFFF], Gen.Int[0x1F300, 0x1F6FF], Gen.Int[0x10FFFE, 0x10FFFF])
            .Array[0, 40].Select(x => string.Concat(x.Select(char.ConvertFromUtf32)));

    // Texts that end before, at and after the end of a buffer, and those that make it grow more than once.
    private static readonly Gen<string> AnyText = Gen.Frequency((20, Text), (1, Gen.Select(Text, Gen.Int[4_000, 20_000], (x, length) => new string('é', length) + x)));

    private static readonly Gen<DateTimeOffset> Instant = Gen.OneOf(
        Gen.Long[DateTimeOffset.MinValue.Ticks, DateTimeOffset.MaxValue.Ticks],
        Gen.OneOf(DateTimeOffset.MinValue.Ticks, DateTimeOffset.MinValue.Ticks + 1, DateTimeOffset.MaxValue.Ticks, DateTimeOffset.MaxValue.Ticks - 1),
        Gen.Long[-25, 25].Select(x => new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks + x))
        .Select(x => new DateTimeOffset(x, TimeSpan.Zero));

    private static readonly Gen<CopyRow> Row = Gen.Select(
        Gen.Select(Gen.Guid.Nullable(), Gen.Bool.Nullable(), Gen.Int.Nullable(), Gen.Long.Nullable()),
        Gen.Select(Gen.OneOf(Gen.Double, Gen.OneOf(double.NaN, double.NegativeInfinity, double.MaxValue, double.Epsilon, -0.0)).Nullable(), Instant.Nullable()),
        Gen.Select(AnyText.Null(), Text.Array[0, 4].Null(), Text.Select(x => JsonSerializer.Serialize(x)).Null()),
        (a, b, c) => new CopyRow(a.Item1, a.Item2, a.Item3, a.Item4, b.Item1, b.Item2, c.Item1, c.Item2, c.Item3));

    private readonly CancellationToken _ct = TestContext.Current.CancellationToken;
    private TestDatabase _database = null!;
    private NpgsqlConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await (await PostgresServer.GetAsync()).CreateEmptyDatabaseAsync();
        _connection = new NpgsqlConnection(_database.ConnectionString);
        await _connection.OpenAsync();
        foreach (var table in (string[])["by_npgsql", "by_us"])
            await ExecuteAsync($"create table {table} (key uuid, flag bool, number int4, size int8, weight float8, at timestamptz, text text, list text[], json json, place serial)");
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public Task Rows_are_those_that_Npgsql_copies() => Row.Array[0, 12].SampleAsync(
        async rows =>
        {
            await ExecuteAsync("truncate by_npgsql, by_us restart identity");
            await CopyByNpgsqlAsync(rows);
            using var buffer = Encode(rows);
            await SendAsync(buffer);

            Assert.Equal(await ReadAsync("by_npgsql"), await ReadAsync("by_us"));
            Assert.Equal($"{rows.Length}", await ScalarAsync("select count(*) from by_us"));
        },
        iter: 300,
        threads: 1);

    [Fact]
    public void A_text_that_PostgreSQL_cannot_hold_is_refused()
    {
        foreach (var text in (string[])["a\0b", "\0", "a\uD83D", "\uDE00a", "\uD83D\uD83D\uDE00", new string('x', 10_000) + "\uD83D"])
        {
            using var buffer = new CopyBuffer();
            Assert.Throws<InvalidDataException>(() => buffer.Write(text));
            Assert.Throws<InvalidDataException>(() => buffer.Write(["a", text]));
        }
    }

    [Fact]
    public async Task What_was_written_since_the_last_row_that_stays_can_be_dropped()
    {
        CopyRow[] rows = [new(null, true, 1, 2, 0.5, null, "first", [], "{}"), new(null, false, null, null, null, null, "second", ["x"], null)];
        using var buffer = Encode([rows[0]]);
        buffer.Keep();
        Encode(buffer, rows[1]);
        buffer.StartRow(9);
        buffer.Write(Guid.Empty);
        buffer.Drop();
        Encode(buffer, rows[1]);
        await SendAsync(buffer);

        Assert.Equal("first second", await ScalarAsync("select string_agg(text, ' ' order by place) from by_us"));
    }

    [Fact]
    public async Task Rows_that_are_cut_off_are_not_copied_and_the_connection_goes_on()
    {
        using var buffer = Encode([new CopyRow(null, true, 1, 2, 0.5, null, "text", [], "{}")]);
        var sql = $"copy by_us ({Columns}) from stdin (format binary)";

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => CopyStream.SendAsync(_connection, sql, RowsThatFail(buffer), _ct));

        Assert.Equal("0", await ScalarAsync("select count(*) from by_us"));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_is_no_fault_of_the_database()
    {
        using var buffer = Encode([new CopyRow(null, true, 1, 2, 0.5, null, new string('x', 1_000_000), [], "{}")]);
        using var stop = new CancellationTokenSource();
        var sql = $"copy by_us ({Columns}) from stdin (format binary)";

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CopyStream.SendAsync(_connection, sql, Repeat(buffer, stop), stop.Token));
    }

    [Fact]
    public async Task What_PostgreSQL_says_of_a_row_is_told()
    {
        using var buffer = Encode([new CopyRow(null, true, 1, 2, 0.5, null, "text", [], "no json")]);

        var fault = await Assert.ThrowsAsync<PostgresException>(() => SendAsync(buffer));

        Assert.Equal(PostgresErrorCodes.InvalidTextRepresentation, fault.SqlState);
        Assert.Equal("0", await ScalarAsync("select count(*) from by_us"));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> RowsThatFail(CopyBuffer buffer)
    {
        yield return buffer.Bytes;
        throw new InvalidOperationException("no more rows");
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Repeat(CopyBuffer buffer, CancellationTokenSource stop)
    {
        for (var i = 0; i < 100; i++)
        {
            if (i == 3)
                stop.Cancel();
            yield return buffer.Bytes;
        }
    }

    private static CopyBuffer Encode(IEnumerable<CopyRow> rows)
    {
        var buffer = new CopyBuffer();
        foreach (var row in rows)
            Encode(buffer, row);
        return buffer;
    }

    private static void Encode(CopyBuffer buffer, CopyRow row)
    {
        buffer.StartRow(9);
        buffer.Write(row.Key);
        buffer.Write(row.Flag);
        buffer.Write(row.Number);
        buffer.Write(row.Size);
        buffer.Write(row.Weight);
        buffer.Write(row.At);
        buffer.Write(row.Text);
        buffer.Write(row.List);
        buffer.Write(row.Json);
    }

    private Task SendAsync(CopyBuffer buffer) => CopyStream.SendAsync(_connection, $"copy by_us ({Columns}) from stdin (format binary)", [buffer.Bytes], _ct);

    private async Task CopyByNpgsqlAsync(CopyRow[] rows)
    {
        await using var copy = await _connection.BeginBinaryImportAsync($"copy by_npgsql ({Columns}) from stdin (format binary)", _ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(_ct);
            await copy.WriteAsync(row.Key, NpgsqlDbType.Uuid, _ct);
            await copy.WriteAsync(row.Flag, NpgsqlDbType.Boolean, _ct);
            await copy.WriteAsync(row.Number, NpgsqlDbType.Integer, _ct);
            await copy.WriteAsync(row.Size, NpgsqlDbType.Bigint, _ct);
            await copy.WriteAsync(row.Weight, NpgsqlDbType.Double, _ct);
            await copy.WriteAsync(row.At, NpgsqlDbType.TimestampTz, _ct);
            await copy.WriteAsync(row.Text, NpgsqlDbType.Text, _ct);
            await copy.WriteAsync(row.List, NpgsqlDbType.Array | NpgsqlDbType.Text, _ct);
            await copy.WriteAsync(row.Json, NpgsqlDbType.Json, _ct);
        }

        await copy.CompleteAsync(_ct);
    }

    // Bits of floats and instants, so that equal means the same bytes.
    private Task<string> ReadAsync(string table) =>
        ScalarAsync($"select coalesce(string_agg(concat_ws('|', place, key, flag, number, size, float8send(weight), timestamptz_send(at), at, text, list, json, num_nulls(key, flag, number, size, weight, at, text, list, json)), E'\\n' order by place), '') from {table}");

    private async Task<string> ScalarAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        return Convert.ToString(await command.ExecuteScalarAsync(_ct), CultureInfo.InvariantCulture)!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        await command.ExecuteNonQueryAsync(_ct);
    }
}
