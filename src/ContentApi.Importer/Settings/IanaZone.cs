using System.Text.RegularExpressions;

namespace ContentApi.Importer.Settings;

/// <summary>Time zones by their exact names in the IANA database: those that the graph's scalar <c>TimeZone</c> takes too.</summary>
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
    public static TimeZoneInfo? Find(string name) =>
        Shape().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name ? zone : null;

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
