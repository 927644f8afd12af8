using System.Runtime.InteropServices;

namespace ContentApi.Parsing.CustomFields;

/// <summary>Type of a declared key.</summary>
/// <param name="Scalar">Of one value.</param>
/// <param name="IsList">True for any number of values.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldType(FieldScalar Scalar, bool IsList)
{
    /// <summary>Every type, as <see cref="ToString"/> writes it.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. Enum.GetNames<FieldScalar>(),
        .. Enum.GetNames<FieldScalar>().Where(name => name != nameof(FieldScalar.JSON)).Select(name => $"[{name}]"),
    ];

    /// <summary>The type that is written so; null when there is none.</summary>
    public static FieldType? Find(string name) =>
        Names.Contains(name) ? new FieldType(Enum.Parse<FieldScalar>(name.Trim('[', ']')), name.StartsWith('[')) : null;

    /// <summary>As the graph writes it, without exclamation marks: <c>Float</c>, <c>[URL]</c>.</summary>
    public override string ToString() => IsList ? $"[{Scalar}]" : Scalar.ToString();
}
