namespace ContentApi.LocalPostgres.Tests;

internal static class TestSettings
{
    public static IReadOnlyDictionary<string, string> Fast { get; } = new Dictionary<string, string> { ["fsync"] = "off" };
}
