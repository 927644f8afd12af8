using System.Xml.Linq;
using ContentApi.TestSupport;

namespace ContentApi.Data.Tests;

/// <summary>Which project may know which: the architecture, as the project files have it.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["ContentApi.Parsing"] = [],
        ["ContentApi.Data"] = [],
        ["ContentApi.LocalPostgres"] = [],
        ["ContentApi.Importer"] = ["ContentApi.Data", "ContentApi.Parsing"],
        ["ContentApi.GraphQL"] = ["ContentApi.Data"],
        ["ContentApi.Server"] = ["ContentApi.Data", "ContentApi.GraphQL", "ContentApi.Importer"],
        ["ContentApi.Cli"] = ["ContentApi.LocalPostgres", "ContentApi.Server"],
    };

    [Fact]
    public void Projects_reference_each_other_along_the_arrows_and_no_others()
    {
        var found = Projects("src").ToDictionary(project => Path.GetFileNameWithoutExtension(project), References, StringComparer.Ordinal);

        Assert.Equal(Arrows.Keys.Order(), found.Keys.Order());
        Assert.All(found, project => Assert.Equal(Arrows[project.Key], project.Value));
    }

    [Fact]
    public void Every_project_has_tests_that_are_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "ContentApi.sln"));

        Assert.All(Arrows.Keys, name => Assert.Contains($"{name}.Tests.csproj", solution, StringComparison.Ordinal));
        Assert.All(Arrows.Keys, name => Assert.NotEmpty(Directory.GetFiles(Path.Combine(RepositoryFiles.Root, "tests", name + ".Tests"), "*Tests.cs", SearchOption.AllDirectories)));
    }

    [Fact]
    public void Only_one_project_knows_the_GraphQL_engine()
    {
        var knowing = Projects("src").Where(project => File.ReadAllText(project).Contains("\"GraphQL", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(["ContentApi.GraphQL"], knowing);
    }

    private static IEnumerable<string> Projects(string folder) => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, folder), "*.csproj", SearchOption.AllDirectories);

    private static string[] References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)).Order()];
}
