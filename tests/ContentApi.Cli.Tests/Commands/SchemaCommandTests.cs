using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Commands;

public sealed class SchemaCommandTests
{
    [Fact]
    public async Task Print_gives_the_file_byte_for_byte()
    {
        var run = await CommandRun.OfAsync("schema", "print");

        var file = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "schema", "schema.graphql"), TestContext.Current.CancellationToken);
        Assert.Equal(new CommandRun(0, file, ""), run);
    }

    [Fact]
    public async Task Check_says_ok() => Assert.Equal(new CommandRun(0, "ok\n", ""), await CommandRun.OfAsync("schema", "check"));
}
