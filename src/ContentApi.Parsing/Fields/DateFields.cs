using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the dates of a file.</summary>
internal static class DateFields
{
    private const string Published = "publishedAt";
    private const string Updated = "updatedAt";

    /// <summary>The publication date: of the front matter, or of the file name when the front matter gives none.</summary>
    public static (DateTimeOffset? Instant, SourceDate? Source) ReadPublished(FieldContext context)
    {
        var (isGiven, found) = ReadFirst(context, context.Rules.PublishedKeys, Published);
        if (found is { } date)
            return (date.Instant, date.Source);

        // Never the time of the file: a clone gives all files the same.
        if (!isGiven && context.File.Date is { } name)
        {
            var named = DateReader.Read(name, context.Options.TimeZone, null);
            if (named.Instant is { } instant)
            {
                context.Origins?.Add(Published, context.File.DateIsOfFolder ? FieldOriginKind.Folder : FieldOriginKind.FileName, name, NoteOf(named));
                return (instant, new SourceDate(name, named.Zone, named.AssumedZone));
            }

            context.Bag.Warn(DiagnosticCode.BadDate, Place.Start, $"'{DiagnosticBag.Show(name)}' in the name of the {(context.File.DateIsOfFolder ? "folder" : "file")} is no date that exists; publishedAt left empty", "Give the file a date of its own.");
        }

        // These keys are read again, for their own field, and then told of.
        return isGiven || ReadFirst(context, context.Rules.LastPublishedKeys, Published, isReported: false).Found is not { } last ? (null, null) : (last.Instant, last.Source);
    }

    /// <summary>The first of these keys with a readable date, else the date of the file's name; leaves all keys to those who read them for a field.</summary>
    public static DateTimeOffset? Peek(FieldContext context, IReadOnlyList<string> keys) =>
        context.Fields.Find(keys).Where(x => !FieldContext.IsEmpty(x.Value)).Select(x => Parse(x, context).Instant).FirstOrDefault(x => x is not null)
        ?? (context.File.Date is { } name ? DateReader.Read(name, context.Options.TimeZone, null).Instant : null);

    /// <summary>The first of these keys with a readable date.</summary>
    public static DateTimeOffset? ReadOther(FieldContext context, IReadOnlyList<string> keys, string field) => ReadFirst(context, keys, field).Found?.Instant;

    private static (bool IsGiven, (DateTimeOffset Instant, SourceDate Source)? Found) ReadFirst(
        FieldContext context, IReadOnlyList<string> keys, string field, bool isReported = true)
    {
        var isGiven = false;
        foreach (var entry in context.Fields.Find(keys).ToArray())
        {
            if (FieldContext.IsEmpty(entry.Value))
            {
                context.Fields.Take(entry);
                continue;
            }

            // "published: false" is a switch; the status has been read from it already.
            if (FieldReader.ToBoolean(entry.Value) is not null && context.Rules.PublishSwitches.Contains(FieldName.Fold(entry.Key)))
                continue;
            if (IsWord(entry, context) || (field == Updated && entry.Value is MetaScalar { IsPlain: true, Text: "true" or "false" }))   // Starlight's lastUpdated may be a switch
                continue;
            isGiven = true;
            if ((isReported ? Read(entry, context) : Parse(entry, context)) is not { Instant: { } instant } reading)
                continue;
            context.Origins?.Add(field, entry, NoteOf(reading));
            return (true, (instant, new SourceDate(TextOf(entry), reading.Zone, reading.AssumedZone)));
        }

        return (isGiven, null);
    }

    // Eleventy's "Last Modified" asks for the time of the file, or for git; neither is known here.
    private static bool IsWord(MetaEntry entry, FieldContext context)
    {
        if (entry.Value is not MetaScalar scalar || !context.Rules.DateWords.Contains(scalar.Text.Trim(), StringComparer.OrdinalIgnoreCase))
            return false;
        context.Bag.Info(DiagnosticCode.DateOfFile, scalar.Place, $"'{scalar.Text.Trim()}' asks the tool for the time of the file, which is not read; {entry.Key} left empty", "Write the date itself.");
        return true;
    }

    // An unreadable date stays among the params.
    private static DateReading Read(MetaEntry entry, FieldContext context)
    {
        var raw = TextOf(entry);
        var place = entry.Value.Place;
        var reading = Parse(entry, context);
        if (reading.IsAmbiguous)
            context.Bag.Warn(DiagnosticCode.Ambiguous, place, $"'{raw}' could be day first or month first; {entry.Key} left empty", "Write 2026-01-31, or set --date-order.");
        else if (reading.Instant is null)
            context.Bag.Warn(DiagnosticCode.BadDate, place, $"'{DiagnosticBag.Show(raw)}' is no date we know, or does not exist; {entry.Key} left empty", "Write 2026-01-31 20:15:00 +08:00.");
        else
            context.Fields.Take(entry);
        if (reading is { Instant: not null, Inferred: { } how })
            context.Bag.Warn(DiagnosticCode.DateInferred, place, $"'{raw}' was read as {how}");
        return reading;
    }

    private static DateReading Parse(MetaEntry entry, FieldContext context)
    {
        // Microsoft's documentation writes the month first.
        var order = FieldName.Fold(entry.Key) == "ms.date" ? DateOrder.Mdy : context.Options.DateOrder;
        return entry.Value is MetaScalar ? DateReader.Read(TextOf(entry), context.Options.TimeZone, order) : new DateReading();
    }

    private static string? NoteOf(DateReading reading) =>
        reading.Inferred is { } how ? $"read as {how}" : reading.AssumedZone ? $"zone {reading.Zone} assumed" : null;

    private static string TextOf(MetaEntry entry) => entry.Value is MetaScalar scalar ? scalar.Text.Trim() : "a list or an object";
}
