using System.CommandLine;
using System.CommandLine.Parsing;

namespace ContentApi.Cli.Arguments;

/// <summary>
/// Finds what is wrong with a command line. The parser alone would take a mistyped option for one more folder, or for the
/// value of the option before it.
/// </summary>
internal static class UsageFaults
{
    /// <summary>A sentence about the first fault, or null.</summary>
    public static string? Find(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        var command = parsed.CommandResult.Command;
        var fault = FindOptionFault(command, arguments) ?? (parsed.Errors is [var error, ..] ? FindCommandFault(command, parsed) ?? DescribeError(error) : null);
        return fault is null ? null : $"{fault} See '{Path(command)} --help'.";
    }

    /// <summary>The words that call a command, such as <c>contentapi schema print</c>.</summary>
    public static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : "contentapi";

    private static string? FindOptionFault(Command command, IReadOnlyList<string> arguments)
    {
        var options = OptionsOf(command)
            .SelectMany(option => option.Aliases.Prepend(option.Name).Select(name => (Name: name, Option: option)))
            .ToDictionary(pair => pair.Name, pair => pair.Option);
        for (var index = 0; index < arguments.Count && arguments[index] != "--"; index++)
        {
            var argument = arguments[index];
            if (options.TryGetValue(argument, out var last))
            {
                if (last.Arity.MinimumNumberOfValues > 0 && (index + 1 == arguments.Count || LooksLikeOption(arguments[index + 1])))
                {
                    return $"The option {last.Name} needs a value; one that begins with '-' is written {last.Name}=VALUE.";
                }
            }
            else if (LooksLikeOption(argument) && FindFault(argument, options) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? FindFault(string argument, Dictionary<string, Option> options)
    {
        var (name, value) = argument.Split('=', 2) is [var first, var second] ? (first, second) : (argument, null);
        return options.TryGetValue(name, out var option) switch
        {
            false => $"There is no option {name}.{Nearest.Suggest(name, options.Keys)}",
            true when option!.Arity.MaximumNumberOfValues == 0 => $"The option {name} does not take this value.{Nearest.Suggest(argument, options.Keys.Where(other => other != name))}",
            true when string.IsNullOrEmpty(value) => $"The option {name} needs a value.",
            _ => null,
        };
    }

    private static string? FindCommandFault(Command command, ParseResult parsed) => (command.Subcommands.Count > 0, parsed.UnmatchedTokens) switch
    {
        (true, [var word, ..]) => $"There is no command '{word}'.{Nearest.Suggest(word, command.Subcommands.Select(other => other.Name))}",
        (true, []) => $"A command is missing: {string.Join(", ", command.Subcommands.Select(other => other.Name))}.",
        (false, [var surplus, ..]) => $"'{surplus}' is one argument too many.",
        _ => null,
    };

    private static string DescribeError(ParseError error) => error.SymbolResult is ArgumentResult { Tokens: [], Argument.Name: var name }
        ? $"{name} is missing."
        : error.Message.ReplaceLineEndings(" ");

    private static IEnumerable<Option> OptionsOf(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive)));

    // -08:00 is a time zone, and a lone - is no option either.
    private static bool LooksLikeOption(string argument) => argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]);
}
