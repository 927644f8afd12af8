namespace ContentApi.Parsing;

/// <summary>Addresses that hold template code and so mean nothing outside their tool.</summary>
public static class TemplateAddress
{
    /// <summary>True for <c>{{ site.url }}/a.png</c>, <c>{% asset a %}</c> and MDX's <c>{picture}</c>.</summary>
    public static bool IsTemplate(string address) => address.Contains("{{", StringComparison.Ordinal)
        || address.Contains("{%", StringComparison.Ordinal)
        || (address.StartsWith('{') && address.EndsWith('}'));
}
