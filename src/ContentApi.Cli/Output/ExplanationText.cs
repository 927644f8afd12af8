using System.Globalization;
using ContentApi.Importer.Explaining;
using ContentApi.Parsing;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Shows how one file is read, for people: a line for each field, its place before its value, because a value may be long.</summary>
internal sealed class ExplanationText(AnsiWriter output)
{
    private const int FieldWidth = 17;
    private const int PlaceWidth = 8;
    private const int KeyWidth = 18;

    /// <summary>Writes it all.</summary>
    /// <param name="explanation">Of one file.</param>
    /// <param name="file">The file as the user named it.</param>
    public void Write(FileExplanation explanation, string file)
    {
        output.WriteLine(Printable.Clean(file), Palette.Strong);
        WriteHead("folder", Printable.PathFrom(Environment.CurrentDirectory, explanation.Folder));
        WriteHead("dialect", $"{Word(explanation.Dialect)}: {explanation.DialectReason}");
        if (!explanation.IsImported)
            WriteHead("imported", "no: by its name or its place, an import of the folder leaves this file out");
        if (explanation.Fields.Count > 0)
        {
            output.WriteLine();
            output.WriteLine($"{"FIELD",-FieldWidth}{"PLACE",-PlaceWidth}{"FROM",-KeyWidth}VALUE", Palette.Quiet);
            foreach (var field in explanation.Fields)
                Write(field);
        }

        WriteOthers(explanation);
        WriteFindings(explanation, file);
    }

    private void WriteHead(string name, string text)
    {
        output.Write($"{name,-FieldWidth}", Palette.Quiet);
        output.WriteLine(Printable.Clean(text));
    }

    private void Write(ExplainedField field)
    {
        var origin = field.Origin;
        output.Write($"{field.Name,-FieldWidth}", Palette.Strong);
        output.Write($"{Place(origin),-PlaceWidth}", Palette.Quiet);
        output.Write(Pad(Printable.Clean(From(origin)), KeyWidth), Palette.Info);
        output.Write(Printable.Clean(field.Value));
        output.WriteLine(origin?.Note is { } note ? $"  ({Printable.Clean(note)})" : "", Palette.Quiet);
    }

    private void WriteOthers(FileExplanation explanation)
    {
        output.WriteLine();
        output.WriteLine("Other dialects", Palette.Strong);
        foreach (var other in explanation.Others)
        {
            var names = string.Join(", ", other.Dialects.Select(Word));
            if (other.IsRejected || other.Differences.Count == 0)
            {
                output.Write($"  {names}: ", Palette.Info);
                output.WriteLine(other.IsRejected ? "would not import it" : "the same", Palette.Quiet);
                continue;
            }

            output.WriteLine($"  {names}:", Palette.Info);
            foreach (var field in other.Differences)
            {
                output.Write($"    {field.Name,-FieldWidth}", Palette.Strong);
                output.WriteLine(field.Value.Length > 0 ? Printable.Clean(field.Value) : "-");
            }
        }
    }

    private void WriteFindings(FileExplanation explanation, string file)
    {
        if (explanation.Diagnostics.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine("Findings", Palette.Strong);

        // The file is named as the user did, whatever folder it was found to belong to.
        var report = new TextReport(output, encoding: null);
        foreach (var finding in explanation.Diagnostics)
            report.Write(finding with { Path = Path.GetFileName(file) }, Path.GetDirectoryName(file) ?? "");
    }

    private static string Place(FieldOrigin? origin) =>
        origin is { Line: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"{origin.Line}:{origin.Column}") : "";

    private static string From(FieldOrigin? origin) => origin switch
    {
        null => "",
        { Kind: FieldOriginKind.FrontMatter, Key: { } key } => key,
        { Key: { } key } => $"{Word(origin.Kind)} {key}",
        _ => Word(origin.Kind),
    };

    private static string Word(FieldOriginKind kind) => kind switch
    {
        FieldOriginKind.FrontMatter => "front matter",
        FieldOriginKind.FileName => "file name",
        FieldOriginKind.Folder => "folder",
        FieldOriginKind.Body => "body",
        FieldOriginKind.Registry => "authors",
        FieldOriginKind.Defaults => "defaults",
        FieldOriginKind.Site => "site",
        _ => "-",
    };

    private static string Word(Dialect dialect) => dialect.ToString().ToLowerInvariant();

    // At least one blank follows, however long the text is.
    private static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - Printable.Width(text)));
}
