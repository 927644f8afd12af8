using System.Globalization;
using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>
/// An RFC 3339 instant with a mandatory offset, after
/// <see href="https://scalars.graphql.org/chillicream/date-time.html">the DateTime specification</see>.
/// </summary>
internal sealed partial class DateTimeScalar : StringScalar
{
    protected override bool TryRead(string text, out object? value)
    {
        value = null;
        if (!Rfc3339().IsMatch(text)
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return false;
        }

        value = instant.ToUniversalTime();
        return true;
    }

    public override string Expected => "an RFC 3339 instant with an offset, such as 2021-09-18T23:40:34Z";

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Rfc3339();
}
