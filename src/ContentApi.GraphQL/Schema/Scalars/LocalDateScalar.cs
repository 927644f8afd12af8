using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>
/// A day of the calendar, after <see href="https://scalars.graphql.org/chillicream/local-date.html">the LocalDate specification</see>. It stays the text
/// that it is: days in this form are in order as texts are.
/// </summary>
internal sealed partial class LocalDateScalar : StringScalar
{
    public override string Expected => "a day such as 2021-09-18";

    protected override bool TryRead(string text, out object? value)
    {
        value = text;
        return Day().IsMatch(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
