using System.Text.RegularExpressions;

namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>A language tag in the form of BCP 47; underscores are read as hyphens.</summary>
internal sealed partial class LocaleScalar : StringScalar
{
    public override string Expected => "a language tag such as en or zh-Hans-CN";

    protected override bool TryRead(string text, out object? value)
    {
        value = text;
        return Tag().IsMatch(text);
    }

    [GeneratedRegex(@"^[A-Za-z]{1,8}([_-][A-Za-z0-9]{1,8}){0,8}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();
}
