using Npgsql;

namespace ContentApi.Importer.Writing;

/// <summary>Sends encoded rows.</summary>
internal static class CopyStream
{
    // Signature, flags (none), length of what else the header has (nothing).
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    // Instead of the number of columns of a row.
    private static readonly byte[] Trailer = [0xFF, 0xFF];

    /// <param name="connection">Open.</param>
    /// <param name="copySql">Of a table and its columns, from stdin and in binary form.</param>
    /// <param name="rows">In this order.</param>
    /// <param name="ct">Ends the run early; nothing is copied then.</param>
    public static async Task SendAsync(NpgsqlConnection connection, string copySql, IEnumerable<ReadOnlyMemory<byte>> rows, CancellationToken ct)
    {
        var stream = await connection.BeginRawBinaryCopyAsync(copySql, ct);
        try
        {
            await stream.WriteAsync(Header, ct);
            foreach (var some in rows)
                await stream.WriteAsync(some, ct);
            await stream.WriteAsync(Trailer, ct);
        }
        catch
        {
            await stream.CancelAsync();   // its end would be taken for that of the rows
            throw;
        }

        await stream.DisposeAsync();
    }
}
