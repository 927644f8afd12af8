namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>A scalar whose values are compared as text: URL, of which answers also give what a file writes in the place of an address.</summary>
internal sealed class TextScalar : StringScalar
{
    public override string Expected => "a text";

    protected override bool TryRead(string text, out object? value)
    {
        value = text;
        return true;
    }
}
