using System.Globalization;
using System.Text;
using ContentApi.Cli.Init;
using ContentApi.Importer.Inferring;
using ContentApi.Parsing.CustomFields;

namespace ContentApi.Cli.Output;

/// <summary>Writes proposed fields as a block for <c>contentapi.yaml</c>, each with what it is made of.</summary>
internal static class ProposalText
{
    // As many as a person looks through; the file has an end too.
    private const int MaxFields = 200;

    /// <summary>Gives the block.</summary>
    public static string Of(FieldInference inference)
    {
        var fields = inference.Fields.Where(field => field.Type is not null).ToList();
        var others = inference.Fields.Where(field => field.Type is null).ToList();
        var text = new StringBuilder();
        Comment(text, "", $"Keys of {Quantity.Of(inference.Files, "article")} that have no field of their own. Put what you need into {Importer.Settings.ContentSettings.FileName}.");
        text.Append(fields.Count == 0 ? "fields: {}\n" : "fields:\n");
        foreach (var field in fields.Take(MaxFields))
        {
            Comment(text, "  ", Describe(field, inference.Files));
            text.Append(CultureInfo.InvariantCulture, $"  {SettingsDraft.Scalar(field.Key)}: {field.Type}\n");
        }

        if (fields.Count > MaxFields)
            Comment(text, "  ", $"{Quantity.Of(fields.Count - MaxFields, "more key")} of fewer files are left out.");
        foreach (var other in others.Take(MaxFields))
            Comment(text, "  ", $"Not proposed: {other.Key}, {Describe(other, inference.Files)}");
        if (others.Count > MaxFields)
            Comment(text, "  ", $"Not proposed: {Quantity.Of(others.Count - MaxFields, "more key")}.");
        return text.ToString();
    }

    private static string Describe(InferredField field, int files)
    {
        var kinds = string.Join(", ", field.Kinds.Select(kind => $"{NameOf(kind.Kind)} {kind.Count.ToString("N0", CultureInfo.InvariantCulture)}"));
        var parts = new List<string> { string.Create(CultureInfo.InvariantCulture, $"in {field.Files:N0} of {Quantity.Of(files, "article")}") };
        if (kinds.Length > 0)
            parts.Add(kinds);
        if (field.Example is { } example)
            parts.Add($"such as {example}");
        return string.Join("; ", parts) + (field.Reason is { } reason ? $"; {reason}" : "");
    }

    private static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Object => "object",
        _ => kind.ToString(),
    };

    private static void Comment(StringBuilder text, string indent, string sentence) => text.Append(CultureInfo.InvariantCulture, $"{indent}# {Printable.Clean(sentence)}\n");
}
