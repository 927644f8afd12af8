using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.Importer.Settings;

/// <summary>Time zones by their exact names in the IANA database, and fixed offsets such as <c>+08:00</c>: those that the graph's scalar <c>TimeZone</c> takes too.</summary>
public static partial class IanaZone
{
    /// <summary>The names that this machine knows; they are looked up when they are enumerated.</summary>
    internal static IEnumerable<string> Names
    {
        get
        {
            foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
                yield return zone.Id;
        }
    }

    /// <summary>Finds a zone; null for names of Windows, for names in another case, and for files beside the database such as <c>localtime</c>.</summary>
    public static TimeZoneInfo? Find(string name) => Offset().Match(name) is { Success: true } offset
        ? TimeZoneInfo.CreateCustomTimeZone(name, TimeSpan.Parse(offset.Groups["time"].Value, CultureInfo.InvariantCulture) * (name[0] == '-' ? -1 : 1), name, name)
        : FindNamed(name);

    private static TimeZoneInfo? FindNamed(string name) =>
        Shape().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name ? zone : null;

    [GeneratedRegex(@"^[+-](?<time>(0[0-9]|1[0-3]):[0-5][0-9]|14:00)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
