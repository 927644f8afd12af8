namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>RFC 9562 text form, read in any case.</summary>
internal sealed class UuidScalar : StringScalar
{
    public override string Expected => "32 hexadecimal digits in groups of 8-4-4-4-12";

    protected override bool TryRead(string text, out object? value)
    {
        var ok = Guid.TryParseExact(text, "D", out var uuid);
        value = uuid;
        return ok;
    }
}
