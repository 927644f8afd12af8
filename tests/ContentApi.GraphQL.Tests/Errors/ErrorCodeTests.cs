using System.Reflection;
using ContentApi.GraphQL.Errors;
using ContentApi.TestSupport;

namespace ContentApi.GraphQL.Tests.Errors;

public sealed class ErrorCodeTests
{
    [Fact]
    public void Every_code_is_a_row_of_the_documentation_and_every_row_a_code()
    {
        var codes = typeof(ErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(codes.Order(StringComparer.Ordinal), DocumentedCodes().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> DocumentedCodes() =>
        File.ReadLines(Path.Combine(RepositoryFiles.Root, "schema", "errors.md"))
            .SkipWhile(line => line != "## Codes")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && !line.Contains("`extensions.code`", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1]);
}
