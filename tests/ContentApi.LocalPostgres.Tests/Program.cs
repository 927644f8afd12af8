using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace ContentApi.LocalPostgres.Tests;

internal static class Program
{
    // The first line is what xunit's own entry point does; the rest is for ClusterOwner, which starts this program again.
    public static Task<int> Main(string[] args) => args switch
    {
        [ClusterOwner.Verb, var folder] => ClusterOwner.RunAsync(folder),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
