using System.Globalization;
using ContentApi.Server.Keys;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Shows API keys as a table, and says which names fit into it.</summary>
internal static class KeyTable
{
    private const int LongestName = 60;
    private static readonly string[] Titles = ["ID", "NAME", "ROLE", "CREATED", "LAST USED", "REVOKED"];

    /// <summary>Gives a name that can be shown in a table, and typed again.</summary>
    /// <exception cref="CommandFault">It cannot.</exception>
    public static string RequireName(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= LongestName && Printable.Clean(trimmed) == trimmed && !trimmed.Contains('\uFFFD', StringComparison.Ordinal)
            ? trimmed
            : throw new CommandFault($"The option --name takes 1 to {LongestName} visible characters.");
    }

    /// <summary>Writes the keys; times are UTC.</summary>
    public static void Write(AnsiWriter output, IReadOnlyList<ApiKey> keys)
    {
        if (keys.Count == 0)
        {
            output.WriteLine("There are no keys.");
            return;
        }

        string[][] rows = [.. keys.Select(Cells)];
        var widths = Titles.Select((title, column) => rows.Max(row => Math.Max(title.Length, Printable.Width(row[column])))).ToArray();
        output.WriteLine(Line(Titles, widths), Palette.Strong);
        foreach (var (row, key) in rows.Zip(keys))
        {
            output.WriteLine(Line(row, widths), key.RevokedAt is null ? Style.Plain : Palette.Quiet);
        }
    }

    private static string[] Cells(ApiKey key) =>
    [
        key.Id,
        Printable.Clean(key.Name),
        key.Role.ToString().ToLowerInvariant(),
        Minute(key.CreatedAt),
        Minute(key.LastUsedAt),
        Minute(key.RevokedAt),
    ];

    private static string Line(IReadOnlyList<string> cells, IReadOnlyList<int> widths) =>
        string.Concat(cells.Select((cell, column) => cell + new string(' ', widths[column] - Printable.Width(cell) + 2))).TrimEnd();

    private static string Minute(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "-";
}
