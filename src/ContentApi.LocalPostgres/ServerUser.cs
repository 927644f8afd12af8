namespace ContentApi.LocalPostgres;

/// <summary>Chooses the user that runs the server when this process is root, whom PostgreSQL refuses.</summary>
internal static class ServerUser
{
    /// <summary>The user <c>postgres</c> where there is one, else <c>nobody</c>.</summary>
    public static async Task<string> FindAsync(CancellationToken cancellationToken) =>
        (await Command.RunAsync("id", ["-u", "postgres"], user: null, cancellationToken)).ExitCode == 0 ? "postgres" : "nobody";

    /// <summary>The user that owns the folder; a folder of root's is given to the server's user first.</summary>
    public static async Task<string> OwnAsync(string folder, CancellationToken cancellationToken)
    {
        // The owner may be another one than today's choice: the folder was made before the user postgres came, or without sudo.
        var listing = await Command.RunAsync("ls", ["-ld", folder], user: null, cancellationToken);
        var owner = listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
        if (owner != "root")
        {
            return owner;
        }

        var user = await FindAsync(cancellationToken);
        var given = await Command.RunAsync("chown", [user, folder], user: null, cancellationToken);
        return given.ExitCode == 0
            ? user
            : throw new IOException($"it cannot be given to the user {user} that runs PostgreSQL: {given.Errors.Trim()}");
    }
}
