using System.CommandLine;

namespace ContentApi.Cli.Arguments;

/// <summary>A command whose help ends with examples.</summary>
internal abstract class ExampledCommand(string name, string description, params IReadOnlyList<string> examples) : Command(name, description)
{
    /// <summary>Command lines as a user would type them.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;

    /// <summary>An option without a value.</summary>
    protected static Option<bool> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.Zero };

    /// <summary>An option with one value.</summary>
    protected static Option<string?> Value(string name, string valueName, string description) => new(name) { Description = description, HelpName = valueName };

    /// <summary>An option with one value out of a few; null when it is not given.</summary>
    protected static Option<string?> Choice(string name, string description, params IReadOnlyList<string> values)
    {
        var option = Value(name, string.Join('|', values), description);
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !values.Contains(token.Value))
            {
                result.AddError($"The option {name} is one of {string.Join(", ", values)}, not '{token.Value}'.");
            }
        });
        return option;
    }

    /// <summary>The option that names the database.</summary>
    protected static Option<string?> DatabaseOption(string description) => Value("--database", "URL", description);
}
