using System.Text.Json;
using ContentApi.GraphQL;

namespace ContentApi.Server.Freezing;

/// <summary>Finds the operations that variables are for: those that declare all of their names, and whose required variables are among them.</summary>
internal static class VariableFit
{
    /// <summary>Gives the operations.</summary>
    /// <param name="operations">Those of the document.</param>
    /// <param name="variables">An object, or what was written in its place.</param>
    /// <param name="fault">Why there are none; null when there are.</param>
    public static IReadOnlyList<OperationOutline> Find(IReadOnlyList<OperationOutline> operations, JsonElement variables, out string? fault)
    {
        if (variables.ValueKind != JsonValueKind.Object)
        {
            fault = "is no object";
            return [];
        }

        var faults = operations.Select(operation => FindFault(operation, variables)).ToList();
        fault = faults.Contains(null) ? null : string.Join(", and ", faults);
        return [.. operations.Where((_, index) => faults[index] is null)];
    }

    private static string? FindFault(OperationOutline operation, JsonElement variables)
    {
        var declared = operation.Variables.Select(variable => variable.Name).ToList();
        if (variables.EnumerateObject().Select(member => member.Name).FirstOrDefault(name => !declared.Contains(name)) is { } unknown)
            return $"has '{unknown}', which {operation.Name} does not declare";
        return operation.Variables.FirstOrDefault(variable => variable.IsRequired && !variables.TryGetProperty(variable.Name, out _)) is { } missing
            ? $"lacks '{missing.Name}', which {operation.Name} requires"
            : null;
    }
}
