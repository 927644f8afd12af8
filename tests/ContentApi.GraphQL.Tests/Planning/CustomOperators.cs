using System.Globalization;

namespace ContentApi.GraphQL.Tests.Planning;

/// <summary>What the operators of filters and the orders mean, in plain code (contract C4).</summary>
internal static class CustomOperators
{
    /// <summary>Null first; texts by their code points, which are those of UTF-8.</summary>
    public static readonly Comparer<object?> Order = Comparer<object?>.Create((a, b) => (a, b) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string x, string y) => System.Text.Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(y)),
        _ => ((IComparable)a).CompareTo(b),
    });

    /// <summary>True when an operator holds; of <c>in</c> and <c>nin</c> with a list of the operand and null.</summary>
    public static bool Holds(string name, string type, object? value, object? operand) => name switch
    {
        "in" => value is null || Equals(value, operand),
        "nin" => !Holds("in", type, value, operand),
        "eq" => Equals(value, operand),
        "neq" => !Holds("eq", type, value, operand),
        ['n', .. var positive] => !Holds(positive, type, value, operand),
        _ when value is null => false,
        "gt" => Compare(type, value, operand!) > 0,
        "gte" => Compare(type, value, operand!) >= 0,
        "lt" => Compare(type, value, operand!) < 0,
        "lte" => Compare(type, value, operand!) <= 0,
        "contains" => ((string)value).Contains((string)operand!, StringComparison.Ordinal),
        "startsWith" => ((string)value).StartsWith((string)operand!, StringComparison.Ordinal),
        _ => ((string)value).EndsWith((string)operand!, StringComparison.Ordinal),
    };

    private static int Compare(string type, object a, object b) => type == "DateTime"
        ? DateTimeOffset.Parse((string)a, CultureInfo.InvariantCulture).CompareTo(DateTimeOffset.Parse((string)b, CultureInfo.InvariantCulture))
        : Order.Compare(a, b);
}
