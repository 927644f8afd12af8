namespace ContentApi.Cli;

/// <summary>A command cannot do what was asked; the message is a sentence for the user that says why and what helps. Ends with exit code 2.</summary>
internal sealed class CommandFault(string message) : Exception(message)
{
    /// <summary>True when the same may be done a little later, as after a database that starts again.</summary>
    public bool Passes { get; init; }
}
