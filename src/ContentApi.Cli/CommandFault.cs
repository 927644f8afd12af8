namespace ContentApi.Cli;

/// <summary>A command cannot do what was asked; the message is a sentence for the user that says why and what helps. Ends with exit code 2.</summary>
internal sealed class CommandFault(string message) : Exception(message);
