using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads the dates of a file.</summary>
internal static class DateFields
{
    private const string Date = "date";
    private const string Published = "publishedAt";
    private const string Updated = "updatedAt";

    /// <summary>The publication date: of the front matter, or of the file name when the front matter gives none.</summary>
    public static (DateTimeOffset? Instant, SourceDate? Source) ReadPublished(FieldContext context)
    {
        // Where the site puts the date of the name before the keys, it stands in for "date" and those behind it.
        var nameIsFirst = context.Options.Site.DatesOfFileNamesWin;
        var keys = nameIsFirst ? [.. context.Rules.PublishedKeys.TakeWhile(key => key != Date)] : context.Rules.PublishedKeys;
        var (isGiven, found) = ReadFirst(context, keys, Published);
        if (!isGiven)
            found = ReadName(context);
        if (found is null && nameIsFirst)
            (isGiven, found) = ReadFirst(context, [.. context.Rules.PublishedKeys.Except(keys)], Published);

        // These keys are read again, for their own field, and then told of.
        if (found is null && !isGiven)
            found = ReadFirst(context, context.Rules.LastPublishedKeys, Published, isReported: false).Found;
        return found is { } date ? (date.Instant, date.Source) : (null, null);
    }

    /// <summary>The first of these keys with a readable date, else the date of the file's name; leaves all keys to those who read them for a field.</summary>
    public static DateTimeOffset? Peek(FieldContext context, IReadOnlyList<string> keys)
    {
        var name = context.File.Date is { } written ? DateReader.Read(written, context.Options.TimeZone, null).Instant : null;
        return context.Options.Site.DatesOfFileNamesWin && name is not null
            ? name
            : context.Fields.Find(keys).Where(x => !FieldContext.IsEmpty(x.Value)).Select(x => Parse(x, context).Instant).FirstOrDefault(x => x is not null) ?? name;
    }

    /// <summary>The first of these keys with a readable date.</summary>
    public static DateTimeOffset? ReadOther(FieldContext context, IReadOnlyList<string> keys, string field) => ReadFirst(context, keys, field).Found?.Instant;

    /// <summary>True for what somebody may have meant as a date, though it may be none.</summary>
    public static bool MayBeDate(MetaNode node) => node is MetaScalar scalar && scalar.Text.Any(char.IsDigit);

    // Never the time of the file: a clone gives all files the same.
    private static (DateTimeOffset Instant, SourceDate Source)? ReadName(FieldContext context)
    {
        if (context.File.Date is not { } name)
            return null;
        var named = DateReader.Read(name, context.Options.TimeZone, null);
        if (named.Instant is { } instant)
        {
            context.Origins?.Add(Published, context.File.DateIsOfFolder ? FieldOriginKind.Folder : FieldOriginKind.FileName, name, NoteOf(named));
            return (instant, new SourceDate(name, named.Zone, named.AssumedZone));
        }

        context.Bag.Warn(DiagnosticCode.BadDate, Place.Start, $"'{DiagnosticBag.Show(name)}' in the name of the {(context.File.DateIsOfFolder ? "folder" : "file")} is no date that exists; publishedAt left empty", "Give the file a date of its own.");
        return null;
    }

    private static (bool IsGiven, (DateTimeOffset Instant, SourceDate Source)? Found) ReadFirst(
        FieldContext context, IReadOnlyList<string> keys, string field, bool isReported = true)
    {
        var isGiven = false;
        (DateTimeOffset Instant, SourceDate Source)? found = null;
        foreach (var entry in context.Fields.Find(keys))
        {
            if (FieldContext.IsEmpty(entry.Value))
            {
                if (found is null)
                    context.Fields.Take(entry);
                continue;
            }

            // "published: false" is a switch; the status has been read from it already.
            var name = FieldName.Fold(entry.Key);
            if (context.Rules.PublishSwitches.Contains(name) && (FieldReader.ToBoolean(entry.Value) is not null || !MayBeDate(entry.Value)))
                continue;

            // Starlight's lastUpdated may be a switch.
            if (field == Updated && entry.Value is MetaScalar { IsPlain: true, Text: "true" or "false" })
                continue;

            // Of the keys that do not count, those that can be nothing but dates are told of when they are none.
            if (found is not null)
            {
                if (isReported && name.Contains(Date, StringComparison.Ordinal) && !IsWord(entry, context) && Parse(entry, context) is { Instant: null, IsAmbiguous: false })
                    WarnBad(entry, context);
                continue;
            }

            if (IsWord(entry, context))
                continue;
            isGiven = true;
            if ((isReported ? Read(entry, context) : Parse(entry, context)) is not { Instant: { } instant } reading)
                continue;
            context.Origins?.Add(field, entry, NoteOf(reading));
            found = (instant, new SourceDate(TextOf(entry), reading.Zone, reading.AssumedZone));
        }

        return (isGiven, found);
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
            WarnBad(entry, context);
        else
            context.Fields.Take(entry);
        if (reading is { Instant: not null, Inferred: { } how })
            context.Bag.Warn(DiagnosticCode.DateInferred, place, $"'{raw}' was read as {how}");
        return reading;
    }

    private static void WarnBad(MetaEntry entry, FieldContext context) => context.Bag.Warn(
        DiagnosticCode.BadDate, entry.Value.Place, $"'{DiagnosticBag.Show(TextOf(entry))}' is no date we know, or does not exist; {entry.Key} left empty", "Write 2026-01-31 20:15:00 +08:00.");

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
