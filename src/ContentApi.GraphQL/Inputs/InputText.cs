using System.Globalization;
using System.Text;

namespace ContentApi.GraphQL.Inputs;

/// <summary>Writes an input value unambiguously.</summary>
internal static class InputText
{
    /// <summary>Appends the value; equal values give equal text and different ones different text.</summary>
    public static StringBuilder Append(StringBuilder text, InputValue? value) => value switch
    {
        null or NullInput => text.Append('-'),
        ScalarInput { Value: string words } => text.Append(CultureInfo.InvariantCulture, $"s{words.Length}:").Append(words),
        ScalarInput { Value: DateTimeOffset instant } => text.Append(CultureInfo.InvariantCulture, $"d{instant.UtcTicks};"),
        ScalarInput scalar => text.Append(CultureInfo.InvariantCulture, $"v{scalar.Value};"),
        EnumInput name => text.Append(CultureInfo.InvariantCulture, $"e{name.Name};"),
        ListInput list => AppendList(text, list),
        ObjectInput input => AppendObject(text, input),
        _ => throw new InvalidOperationException($"{value} has no text."),
    };

    private static StringBuilder AppendList(StringBuilder text, ListInput list)
    {
        text.Append('[');
        foreach (var item in list.Items)
        {
            Append(text, item);
        }

        return text.Append(']');
    }

    private static StringBuilder AppendObject(StringBuilder text, ObjectInput input)
    {
        text.Append('{');
        foreach (var (key, value) in input.Fields)
        {
            Append(text.Append(key).Append(':'), value);
        }

        return text.Append('}');
    }
}
