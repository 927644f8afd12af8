using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Output;
using ContentApi.GraphQL.Schema;

namespace ContentApi.Cli.Commands;

/// <summary>Shows or checks the graph that this version serves.</summary>
internal sealed class SchemaCommand : ExampledCommand
{
    public SchemaCommand(Terminal terminal)
        : base("schema", "Print or check the GraphQL schema.", "contentapi schema print > schema.graphql")
    {
        var print = new Command("print", "Print the schema in the schema definition language.");
        print.SetAction(_ =>
        {
            terminal.Out.Write(ContentSchema.Sdl);
            return ExitCode.Done;
        });
        var check = new Command("check", "Load the schema into the engine, and say ok.");
        check.SetAction(_ =>
        {
            ContentSchema.Check();
            terminal.Out.WriteLine("ok");
            return ExitCode.Done;
        });
        Add(print);
        Add(check);
    }
}
