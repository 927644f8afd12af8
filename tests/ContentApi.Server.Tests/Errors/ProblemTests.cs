using System.Reflection;
using System.Text.RegularExpressions;
using ContentApi.Server.Errors;
using ContentApi.TestSupport;

namespace ContentApi.Server.Tests.Errors;

public sealed partial class ProblemTests
{
    [Fact]
    public void The_documented_problems_are_those_of_the_code()
    {
        var document = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "schema", "errors.md"));
        var rows = Row().Matches(document[document.IndexOf("## Problem details", StringComparison.Ordinal)..]);

        Assert.Equal(
            All.Select(problem => (problem.Code, problem.Status)).Order(),
            rows.Select(row => (row.Groups["code"].Value, int.Parse(row.Groups["status"].Value))).Order());
    }

    [Fact]
    public void Codes_are_unique() => Assert.Distinct(All.Select(problem => problem.Code));

    [Fact]
    public void Every_status_of_the_framework_has_a_problem_of_that_status() =>
        Assert.All(Enumerable.Range(400, 100), status => Assert.Equal(status, Problem.OfStatus(status).Status));

    private static IEnumerable<Problem> All =>
        typeof(Problem).GetFields(BindingFlags.Public | BindingFlags.Static).Select(member => member.GetValue(null)).OfType<Problem>();

    [GeneratedRegex(@"^\| (?<status>\d{3}) \| `(?<code>[A-Z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
