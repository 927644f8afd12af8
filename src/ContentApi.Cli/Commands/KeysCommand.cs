using System.CommandLine;
using System.Globalization;
using ContentApi.Cli.Arguments;
using ContentApi.Cli.Databases;
using ContentApi.Cli.Output;
using ContentApi.Server.Keys;

namespace ContentApi.Cli.Commands;

/// <summary>Makes, lists and revokes the keys by which callers of the API name themselves.</summary>
internal sealed class KeysCommand : ExampledCommand
{
    private static readonly string[] Roles = [.. Enum.GetNames<ApiKeyRole>().Select(role => role.ToLowerInvariant())];

    private readonly Terminal _terminal;
    private readonly TimeProvider _clock;

    public KeysCommand(Terminal terminal, TimeProvider clock)
        : base(
            "keys",
            "Make, list and revoke API keys.",
            "contentapi keys create --name preview --role editor --database postgres://me:secret@localhost/content",
            "contentapi keys list",
            "contentapi keys revoke preview")
    {
        (_terminal, _clock) = (terminal, clock);
        Add(Create());
        Add(List());
        Add(Revoke());
    }

    private static Option<string?> Database() => DatabaseOption($"The database: postgres://… or an Npgsql connection string [default: {DatabaseAddress.Variable}]");

    private Command Create()
    {
        var name = Value("--name", "NAME", "Who or what will hold it, for people.");
        var role = Choice("--role", "What its holder may do.", Roles);
        var database = Database();
        name.Required = role.Required = true;
        var command = new Command("create", "Make a key and print it, alone on standard output. It cannot be shown again.") { name, role, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var called = KeyTable.RequireName(parsed.GetRequiredValue(name)!);
            var may = Enum.Parse<ApiKeyRole>(parsed.GetRequiredValue(role)!, ignoreCase: true);
            var (key, token) = await WithKeysAsync(parsed.GetValue(database), keys => keys.CreateAsync(called, may, cancellationToken), cancellationToken);
            _terminal.Error.WriteLine($"Made the key '{key.Name}' with the role {may.ToString().ToLowerInvariant()}. Keep it now: only its hash is stored. Send it as: Authorization: Bearer KEY");
            _terminal.Out.WriteLine(token);
            return ExitCode.Done;
        });
        return command;
    }

    private Command List()
    {
        var database = Database();
        var command = new Command("list", "List the keys, revoked ones too.") { database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            KeyTable.Write(_terminal.Out, await WithKeysAsync(parsed.GetValue(database), keys => keys.ListAsync(cancellationToken), cancellationToken));
            return ExitCode.Done;
        });
        return command;
    }

    private Command Revoke()
    {
        var which = new Argument<string>("KEY") { Description = "Its id or its name, as 'keys list' shows them." };
        var database = Database();
        var command = new Command("revoke", "Make a key useless, from the next request on.") { which, database };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = parsed.GetRequiredValue(which);
            var found = await WithKeysAsync(parsed.GetValue(database), keys => keys.RevokeAsync(wanted, cancellationToken), cancellationToken);
            if (found is not [var revoked])
            {
                throw new CommandFault(found is []
                    ? $"No good key has the id or the name '{wanted}'; 'contentapi keys list' shows all keys."
                    : $"{found.Count.ToString(CultureInfo.InvariantCulture)} good keys have the name '{wanted}': revoke them by id, {string.Join(", ", found.Select(key => key.Id))}.");
            }

            _terminal.Out.WriteLine($"Revoked the key '{Printable.Clean(revoked.Name)}' ({revoked.Id}).");
            return ExitCode.Done;
        });
        return command;
    }

    private async Task<T> WithKeysAsync<T>(string? database, Func<ApiKeyStore, Task<T>> work, CancellationToken cancellationToken)
    {
        var connectionString = DatabaseAddress.Choose(database);
        await Migrations.RequireAsync(connectionString, cancellationToken);
        return await DatabaseFaults.GuardAsync(connectionString, () => work(new ApiKeyStore(connectionString, _clock)));
    }
}
