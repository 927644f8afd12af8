using System.Runtime.InteropServices;
using ContentApi.GraphQL.Errors;

namespace ContentApi.GraphQL.Validation;

/// <summary>What an operation is reckoned to cost before it runs (GraphQL Cost Directives, sections "Field Cost" and "Type Cost").</summary>
/// <param name="FieldCost">Weight of the fields and arguments, each as often as its list has items.</param>
/// <param name="TypeCost">Weight of the objects that the answer can hold.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>The most that is answered, of each of the two.</summary>
    public const double Maximum = 10_000;

    /// <summary>True when it is within the limits.</summary>
    public bool IsAnswered => FieldCost <= Maximum && TypeCost <= Maximum;

    /// <summary>The larger of each.</summary>
    public static OperationCost Max(OperationCost left, OperationCost right) =>
        new(Math.Max(left.FieldCost, right.FieldCost), Math.Max(left.TypeCost, right.TypeCost));

    /// <summary>Refuses what is above the limits.</summary>
    /// <exception cref="CostError">It is.</exception>
    public void Check()
    {
        if (!IsAnswered)
        {
            throw FieldCost > Maximum ? new CostError("fieldCost", FieldCost, Maximum) : new CostError("typeCost", TypeCost, Maximum);
        }
    }

    public static OperationCost operator +(OperationCost left, OperationCost right) =>
        new(left.FieldCost + right.FieldCost, left.TypeCost + right.TypeCost);
}
