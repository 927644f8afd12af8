using System.Globalization;
using System.Text;
using ContentApi.Importer.Explaining;
using ContentApi.Parsing;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Shows how one file is read, for people: a line for each field, its place before its value, because a value may be long.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of the terminal, within which long values continue below their beginning; null when lines are not broken.</param>
internal sealed class ExplanationText(AnsiWriter output, int? width)
{
    private const int FieldWidth = 17;
    private const int PlaceWidth = 8;
    private const int KeyWidth = 18;

    // In fewer columns a value would be a column of syllables.
    private const int LeastValueWidth = 24;

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
        var from = Pad(Printable.Clean(From(origin)), KeyWidth);
        output.Write(from, Palette.Info);
        var start = FieldWidth + PlaceWidth + Printable.Width(from);
        var used = WriteWrapped(Printable.Clean(field.Value), start, used: 0, style: null);
        if (origin?.Note is { } note)
            WriteWrapped($"  ({Printable.Clean(note)})", start, used, Palette.Quiet);
        output.WriteLine();
    }

    // Gives the columns that the last line has used.
    private int WriteWrapped(string text, int start, int used, Style? style)
    {
        var room = width is { } columns && columns - start >= LeastValueWidth ? columns - start : int.MaxValue;
        foreach (var word in Words(text, room))
        {
            var piece = word;
            if (Printable.Width(word.TrimEnd(' ')) > room - used)
            {
                output.WriteLine();
                output.Write(new string(' ', start));
                (used, piece) = (0, word.TrimStart(' '));
            }

            if (style is { } given)
                output.Write(piece, given);
            else
                output.Write(piece);
            used += Printable.Width(piece);
        }

        return used;
    }

    // Words with the blanks before them; Chinese, and what is wider than the room, may be broken anywhere.
    private static IEnumerable<string> Words(string text, int room)
    {
        var word = new StringBuilder();
        var cells = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var wide = Printable.Width(rune.ToString());
            if (word.Length > 0 && (wide > 1 || cells + wide > room || (rune.Value == ' ' && word[^1] != ' ')))
            {
                yield return word.ToString();
                word.Clear();
                cells = 0;
            }

            word.Append(rune);
            cells += wide;
        }

        yield return word.ToString();
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
        var report = new TextReport(output, explanation.Encoding);
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
