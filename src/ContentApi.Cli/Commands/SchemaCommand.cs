using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Data;
using ContentApi.GraphQL.Schema;
using Npgsql;

namespace ContentApi.Cli.Commands;

/// <summary>Shows or checks the graph that this version serves.</summary>
internal sealed class SchemaCommand : ExampledCommand
{
    private readonly Option<string?> _database = DatabaseOption("A database whose custom fields are printed too: postgres://… or an Npgsql connection string [default: none; the schema that every database has]");

    public SchemaCommand(Terminal terminal)
        : base("schema", "Print or check the GraphQL schema.", "contentapi schema print > schema.graphql", "contentapi schema print --database postgres://localhost/content > schema.graphql")
    {
        var print = new Command("print", "Print the schema in the schema definition language.") { _database };
        print.SetAction(async (parsed, cancellationToken) =>
        {
            terminal.Out.Write(parsed.GetValue(_database) is { } given ? await ReadSchemaAsync(given, cancellationToken) : ContentSchema.Sdl);
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

    private static async Task<string> ReadSchemaAsync(string database, CancellationToken cancellationToken)
    {
        var connectionString = DatabaseAddress.Choose(database);
        await Migrations.RequireAsync(connectionString, cancellationToken);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        return ContentSchema.SdlWith(await CustomFields.ReadAllAsync(connection, cancellationToken));
    }
}
