using System.Globalization;
using System.Text;
using ContentApi.GraphQL.Inputs;

namespace ContentApi.GraphQL.Execution;

/// <summary>
/// Names all that the variables of a request contribute to the SQL's text: which fields are given and null, the values of
/// enums, booleans and page sizes. Two requests of one operation and one shape share a plan; texts, ids, instants and
/// compared numbers are parameters and no part of it.
/// </summary>
internal static class PlanShape
{
    /// <summary>Gives the key.</summary>
    public static string Of(PreparedOperation operation, VariableValues variables, bool isEditor)
    {
        if (variables.All.Count == 0)
        {
            return isEditor ? "p" : string.Empty;
        }

        var text = new StringBuilder(isEditor ? "p" : string.Empty);
        foreach (var definition in operation.Variables)
        {
            if (variables.Find(definition.Name) is { } value)
            {
                Append(text.Append('$').Append(definition.Name).Append('='), value, isOperand: operation.OperandVariables.Contains(definition.Name));
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, InputValue value, bool isOperand)
    {
        switch (value)
        {
            case NullInput:
                text.Append('-');
                break;
            case ScalarInput { Value: bool or int } scalar when scalar.Value is bool || !isOperand:
                text.Append(CultureInfo.InvariantCulture, $"{scalar.Value};");
                break;
            case ScalarInput:
                text.Append('*');
                break;
            case EnumInput name:
                text.Append(name.Name).Append(';');
                break;
            case ListInput list when list.Items.All(item => item is NullInput or ScalarInput):
                // A list of scalars is one array parameter; only a null in it changes the condition.
                text.Append(list.Items.Any(item => item is NullInput) ? "[-]" : "[]");
                break;
            case ListInput list:
                text.Append('[');
                foreach (var item in list.Items)
                {
                    Append(text, item, isOperand);
                }

                text.Append(']');
                break;
            case ObjectInput input:
                text.Append('{');
                foreach (var (key, field) in input.Fields)
                {
                    Append(text.Append(key).Append(':'), field, isOperand: true);
                }

                text.Append('}');
                break;
        }
    }
}
