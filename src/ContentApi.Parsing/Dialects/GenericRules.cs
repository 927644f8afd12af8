namespace ContentApi.Parsing.Dialects;

/// <summary>What most tools agree on: a flat list of categories is a set, and any file is an article unless it says otherwise.</summary>
internal sealed class GenericRules : DialectRules
{
    public static readonly GenericRules Instance = new();
}
