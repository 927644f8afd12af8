using ContentApi.Importer.Tests.Support;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ContentApi.Importer.Tests;

internal static class Program
{
    // All but the first line is what xunit's own entry point does; Victim starts this program again to be killed.
    public static Task<int> Main(string[] args) => args switch
    {
        [Victim.Verb, var folder, var connectionString] => Victim.RunAsync(folder, connectionString),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
