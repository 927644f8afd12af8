using System.Globalization;
using ContentApi.Importer.Planning;
using Spectre.Console;

namespace ContentApi.Cli.Output.Plans;

/// <summary>The lines below an article: one for each field that changes, more where the values are long.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of the terminal; null cuts and breaks nothing, for files and pipes.</param>
internal sealed class ChangedFields(AnsiWriter output, int? width)
{
    private const string Params = "params.";
    private const int Indent = 4;
    private const int NameWidth = 13;
    private const int MostItems = 5;

    // What is not cut stands below each other all the same when it is longer than a usual line.
    private const int UsualWidth = 100;

    private int Room => Math.Max(20, (width ?? UsualWidth) - Indent - NameWidth);

    private int Longest => width is null ? int.MaxValue : Room;

    public void Write(ArticleChange article)
    {
        if (PlannedAddress.FormerOf(article) is { } former)
        {
            WriteChange("address", former, article.Path, article.TakenBy is { } taker ? $"(the old one is that of {Printable.Clean(taker)} now)" : "(the old one redirects)");
        }

        foreach (var field in article.Fields.Where(field => !PlannedAddress.Tells(article, field)))
        {
            Write(field);
        }

        WriteBody(article);
    }

    private void Write(FieldChange field)
    {
        var name = field.Name.StartsWith(Params, StringComparison.Ordinal) ? field.Name[Params.Length..] : field.Name;
        switch (field)
        {
            case { Before: { } before, After: { } after }:
                WriteChange(name, Value(field, before), Value(field, after), "");
                break;
            case { Before: { } gone }:
                WriteItems(name, [(ChangeSign.Removed, Value(field, gone))]);
                break;
            case { After: { } added }:
                WriteItems(name, [(ChangeSign.Added, Value(field, added))]);
                break;
            case { Added: [], Removed: [] }:
                WriteName(name);
                output.WriteLine("in another order");
                break;
            default:
                WriteItems(name, [.. field.Added.Select(item => (ChangeSign.Added, item)), .. field.Removed.Select(item => (ChangeSign.Removed, item))]);
                break;
        }
    }

    private void WriteBody(ArticleChange article)
    {
        if (article.BodyChanges)
        {
            WriteName("body");
            if (article.LinesAdded + article.LinesRemoved == 0)
            {
                output.WriteLine("lines in another order");
                return;
            }

            WriteCount(ChangeSign.Added, article.LinesAdded);
            WriteCount(ChangeSign.Removed, article.LinesRemoved);
            output.WriteLine(article.LinesAdded + article.LinesRemoved == 1 ? "line" : "lines");
        }
        else if (article.IsRenderedAnew)
        {
            WriteName("body");
            output.WriteLine("the same text; links or pictures lead elsewhere");
        }
        else if (article is { Kind: ArticleChangeKind.Updated, Fields: [] })
        {
            WriteName("body");
            output.WriteLine("the same text, rendered in another way");
        }
    }

    private void WriteCount(ChangeSign sign, int lines)
    {
        if (lines > 0)
        {
            output.Write(sign.Text, sign.Style);
            output.Write(string.Create(CultureInfo.InvariantCulture, $" {lines:N0} "));
        }
    }

    private void WriteChange(string name, string before, string after, string note)
    {
        WriteName(name);
        var (old, now) = (TextCut.OneLine(before), TextCut.OneLine(after));
        if (Printable.Width(old) + Printable.Width(now) + Printable.Width(note) + (note.Length > 0 ? 5 : 3) <= Room)
        {
            output.Write(old, Palette.Quiet);
            output.Write($" → {now}");
            output.WriteLine(note.Length > 0 ? $"  {note}" : "", Palette.Quiet);
            return;
        }

        (old, now) = TextCut.FitAround(before, after, Longest);
        output.WriteLine(old, Palette.Quiet);
        output.WriteLine($"{new string(' ', Indent + NameWidth - 2)}→ {now}");
        if (note.Length > 0)
        {
            output.WriteLine($"{new string(' ', Indent + NameWidth)}{TextCut.Fit(note, Longest)}", Palette.Quiet);
        }
    }

    // On one line when they fit, else below each other.
    private void WriteItems(string name, IReadOnlyList<(ChangeSign Sign, string Text)> items)
    {
        WriteName(name);
        var isShort = items.Sum(item => Printable.Width(TextCut.OneLine(item.Text)) + 4) <= Room;
        IReadOnlyList<(ChangeSign Sign, string Text)> shown = isShort ? items : [.. items.Take(MostItems)];
        for (var index = 0; index < shown.Count; index++)
        {
            var (sign, text) = shown[index];
            output.Write(index == 0 ? "" : isShort ? "  " : new string(' ', Indent + NameWidth));
            output.Write(sign.Text, sign.Style);
            output.Write($" {TextCut.Fit(text, Longest - 2)}");
            if (!isShort)
            {
                output.WriteLine();
            }
        }

        if (items.Count > shown.Count)
        {
            output.Write($"{new string(' ', Indent + NameWidth)}and {items.Count - shown.Count} more", Palette.Quiet);
        }

        if (isShort || items.Count > shown.Count)
        {
            output.WriteLine();
        }
    }

    private void WriteName(string name)
    {
        var shown = TextCut.Fit(name, width is null ? int.MaxValue : NameWidth - 1);
        output.Write(new string(' ', Indent) + shown + new string(' ', Math.Max(1, NameWidth - Printable.Width(shown))));
    }

    // Instants come as the database writes them.
    private static string Value(FieldChange field, string value) => field.Name switch
    {
        "publishedAt" or "updatedAt" or "expiresAt" => Instant(value),
        _ => value,
    };

    private static string Instant(string value)
    {
        var instant = DateTimeOffset.Parse(value, CultureInfo.InvariantCulture).UtcDateTime;
        return instant.TimeOfDay == TimeSpan.Zero ? instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : instant.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
    }
}
