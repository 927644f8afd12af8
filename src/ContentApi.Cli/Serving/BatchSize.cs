using System.Globalization;
using ContentApi.Cli.Arguments;
using ContentApi.Server;

namespace ContentApi.Cli.Serving;

/// <summary>Reads how many requests may come in one array.</summary>
internal static class BatchSize
{
    /// <param name="given">The number.</param>
    /// <exception cref="CommandFault">It is none, or out of bounds.</exception>
    public static int Read(GivenValue given) =>
        int.TryParse(given.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= ServerOptions.LargestBatch
            ? size
            : throw given.IsNot($"a number from 1 to {ServerOptions.LargestBatch}");
}
