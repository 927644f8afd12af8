using System.Text.Json;
using ContentApi.TestSupport;

namespace ContentApi.Docs.Tests;

public sealed class NoticesTests
{
    // They work in the compiler, and are not shipped.
    private static readonly string[] BuildOnly = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers"];

    [Fact]
    public async Task The_third_party_notices_name_every_package_that_is_shipped_and_no_other()
    {
        var shipped = PackagesOf(Path.Combine(RepositoryFiles.Root, "src", "ContentApi.Cli", "packages.lock.json")).Except(BuildOnly);
        var notices = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "THIRD-PARTY-NOTICES.md"), TestContext.Current.CancellationToken);
        var table = notices.Split("\n\n").First(part => part.StartsWith("| package", StringComparison.Ordinal));
        var named = table.Split('\n').Skip(2).SelectMany(row => row.Split('|')[1].Split(',', StringSplitOptions.TrimEntries));
        Assert.Equal(shipped.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> PackagesOf(string lockFile)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(lockFile));
        var packages = document.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject();
        return [.. packages.Where(package => package.Value.GetProperty("type").GetString() != "Project").Select(package => package.Name)];
    }
}
