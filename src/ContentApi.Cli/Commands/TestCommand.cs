using ContentApi.Cli.Arguments;

namespace ContentApi.Cli.Commands;

/// <summary>Stands in the help for what the launcher does before this program is called.</summary>
internal sealed class TestCommand : ExampledCommand
{
    public TestCommand()
        : base("test", "Run every test of the repository.", "./contentapi test") =>
        SetAction((_, _) => throw new CommandFault("The tests are run by the launcher at the root of the repository: ./contentapi test."));
}
