using System.CommandLine;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;

namespace ContentApi.Cli.Commands;

/// <summary>Brings a database to this version.</summary>
internal sealed class MigrateCommand : ExampledCommand
{
    private readonly Option<string?> _database = DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");

    public MigrateCommand(Terminal terminal)
        : base("migrate", "Bring a database to the tables of this version.", "contentapi migrate --database postgres://me:secret@localhost/content")
    {
        Add(_database);
        SetAction(async (parsed, cancellationToken) =>
        {
            var applied = await Migrations.ApplyAsync(DatabaseAddress.Choose(parsed.GetValue(_database)), cancellationToken);
            terminal.Out.WriteLine(applied switch
            {
                0 => "The database is of this version already.",
                1 => "Applied 1 migration.",
                _ => $"Applied {applied} migrations.",
            });
            return ExitCode.Done;
        });
    }
}
