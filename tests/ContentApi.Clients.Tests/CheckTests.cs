using System.Text.RegularExpressions;
using ContentApi.TestSupport;

namespace ContentApi.Clients.Tests;

/// <summary>Every check of <c>checks/*.test.mjs</c>: the packages that users run, against the API.</summary>
public sealed partial class CheckTests(ClientSite site)
{
    private static readonly string Folder = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Clients.Tests", "checks");

    /// <summary>The clients with the names of their checks, as they stand in the files.</summary>
    public static TheoryData<string, string> Checks { get; } =
        [.. Clients().SelectMany(client => TestName().Matches(File.ReadAllText(Path.Combine(Folder, $"{client}.test.mjs"))).Select(match => new TheoryDataRow<string, string>(client, match.Groups["name"].Value)))];

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task A_client_works(string client, string check)
    {
        var result = Assert.Single(await site.ResultsAsync(client), result => result.Name == check);

        Assert.True(result.Error is null, result.Error);
    }

    [Fact]
    public async Task No_check_is_overlooked()
    {
        foreach (var client in Clients())
        {
            var run = (await site.ResultsAsync(client)).Select(result => (client, result.Name));

            Assert.Equal(Checks.Where(row => row.Data.Item1 == client).Select(row => row.Data), run);
        }
    }

    // The audits are named by graphql-http.
    private static IEnumerable<string> Clients() =>
        Directory.EnumerateFiles(Folder, "*.test.mjs").Select(path => Path.GetFileName(path).Split('.')[0]).Where(name => name != "audit").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^test\('(?<name>[^']+)',", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TestName();
}
