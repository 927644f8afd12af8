namespace ContentApi.GraphQL.Schema.Scalars;

/// <summary>A scalar whose values the database compares as text, or that no input has: Locale and URL.</summary>
internal sealed class TextScalar : StringScalar
{
    protected override string Expected => "a string";

    protected override bool TryRead(string text, out object? value)
    {
        value = text;
        return true;
    }
}
