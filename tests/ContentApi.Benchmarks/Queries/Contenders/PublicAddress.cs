namespace ContentApi.Benchmarks.Queries.Contenders;

/// <summary>Where the contenders would be reached.</summary>
internal static class PublicAddress
{
    public const string Value = "http://127.0.0.1";
}
