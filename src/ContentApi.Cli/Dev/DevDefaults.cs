namespace ContentApi.Cli.Dev;

/// <summary>What <c>dev</c> takes when nothing else is said (contract C1).</summary>
internal static class DevDefaults
{
    public const string Port = "8080";

    public const string Data = ".contentapi";
}
