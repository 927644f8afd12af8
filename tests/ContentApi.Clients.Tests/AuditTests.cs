using ContentApi.TestSupport;

namespace ContentApi.Clients.Tests;

/// <summary>The audits of graphql-http: every MUST, SHOULD and MAY of the GraphQL over HTTP specification.</summary>
public sealed class AuditTests(ClientSite site)
{
    private static readonly string Approvals = Path.Combine(RepositoryFiles.Root, "tests", "ContentApi.Clients.Tests", "AuditTests.Rules.approved.txt");

    public static TheoryData<string> Rules { get; } = [.. File.ReadAllLines(Approvals)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_rule_is_followed(string rule)
    {
        var result = Assert.Single(await site.ResultsAsync("audit"), result => result.Name == rule);

        Assert.True(result.Error is null, result.Error);
    }

    [Fact]
    public async Task The_rules_are_those_of_the_package() =>
        Approved.Check(string.Join('\n', (await site.ResultsAsync("audit")).Select(result => result.Name)), "Rules");
}
