using System.Globalization;

namespace ContentApi.Cli.Output;

/// <summary>Says how many there are of something.</summary>
internal static class Quantity
{
    /// <summary>For example <c>1 article</c> or <c>1,200 articles</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">What one is called.</param>
    /// <param name="many">What several are called, when that is not the same with an s.</param>
    public static string Of(long number, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");
}
