using System.Text.RegularExpressions;

namespace ContentApi.Importer.Settings;

/// <summary>The shape of BCP 47 tags.</summary>
internal static partial class LocaleTag
{
    public static bool IsOne(string text) => Shape().IsMatch(text);

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();
}
