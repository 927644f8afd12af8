using ContentApi.GraphQL.Errors;

namespace ContentApi.GraphQL.Inputs;

/// <summary>The coerced arguments of one field.</summary>
internal sealed class FieldArguments(IReadOnlyDictionary<string, InputValue> values)
{
    /// <summary>No arguments.</summary>
    public static readonly FieldArguments None = new(new Dictionary<string, InputValue>());

    /// <summary>Gives an argument; null when it is absent or null.</summary>
    public InputValue? Find(string name) => values.GetValueOrDefault(name) is { } value and not NullInput ? value : null;

    /// <summary>Gives these arguments and one more, or with another value; null leaves it out.</summary>
    public FieldArguments With(string name, InputValue? value) =>
        new(new Dictionary<string, InputValue>(values) { [name] = value ?? new NullInput() });

    /// <summary>Gives a number; null when the argument is absent or null.</summary>
    public int? Int(string name) => Find(name) is ScalarInput { Value: int number } ? number : null;

    /// <summary>Gives a number within bounds, or the fallback.</summary>
    /// <exception cref="InvalidArgumentError">The number is out of bounds.</exception>
    public int Int(string name, int fallback, int minimum, int maximum)
    {
        var number = Int(name) ?? fallback;
        return number >= minimum && number <= maximum
            ? number
            : throw new InvalidArgumentError($"'{name}' is {number}; it takes {minimum} to {maximum}.");
    }

    /// <summary>Gives a truth value; the fallback when the argument is absent or null.</summary>
    public bool Boolean(string name, bool fallback) => Find(name) is ScalarInput { Value: bool flag } ? flag : fallback;
}
