namespace ContentApi.Cli.Arguments;

/// <summary>A value that the user gave, and where.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Name">The option or the environment variable, such as <c>--dialect</c> or <c>CONTENTAPI_DIALECT</c>.</param>
internal sealed record GivenValue(string Text, string Name)
{
    /// <summary>The option's value, else that of the environment variable, which is called as the option is: <c>--site-url</c> and <c>CONTENTAPI_SITE_URL</c>.</summary>
    /// <returns>Null when neither is given; an empty variable, as a compose file makes of a missing one, is none.</returns>
    public static GivenValue? Find(string option, string? value)
    {
        if (value is not null)
        {
            return new GivenValue(value, option);
        }

        var variable = VariableOf(option);
        return Environment.GetEnvironmentVariable(variable) is { } text && !string.IsNullOrWhiteSpace(text)
            ? new GivenValue(text.Trim(), variable)
            : null;
    }

    /// <summary>The environment variable that stands in for an option.</summary>
    public static string VariableOf(string option) => "CONTENTAPI_" + option.TrimStart('-').Replace('-', '_').ToUpperInvariant();

    /// <summary>How the user would write another value at the same place.</summary>
    public string Write(string other) => Name.StartsWith('-') ? $"{Name} {other}" : $"{Name}={other}";

    /// <summary>Finds out that the value is one of a few.</summary>
    /// <exception cref="CommandFault">It is not.</exception>
    public string OneOf(IReadOnlyList<string> values) =>
        values.Contains(Text) ? Text : throw new CommandFault($"{Subject} is one of {string.Join(", ", values)}, not '{Text}'.");

    /// <summary>The fault of a value that is not what it has to be.</summary>
    /// <param name="wanted">For example <c>an IANA name such as Asia/Shanghai</c>.</param>
    public CommandFault IsNot(string wanted) => new($"{Subject} takes {wanted}, not '{Text}'.");

    private string Subject => Name.StartsWith('-') ? $"The option {Name}" : $"The variable {Name}";
}
