using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>A zone of the IANA time zone database by its exact name, or a fixed offset as RFC 3339 writes it.</summary>
internal sealed partial class TimeZoneScalar : StringScalar
{
    public override string Expected => "a time zone such as Asia/Shanghai or UTC, or an offset such as +08:00";

    // The look-up alone also takes names of Windows, and another case once the zone has been looked up.
    protected override bool TryRead(string text, out object? value)
    {
        value = text;
        return Offset().IsMatch(text)
            || (ZoneName().IsMatch(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && zone.Id == text);
    }

    [GeneratedRegex(@"^[+-](0\d|1[0-3]):[0-5]\d\z|^[+-]14:00\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Offset();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9_+-]*(/[A-Z][A-Za-z0-9_+-]*)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ZoneName();
}
