using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads what decides where an article shows: draft, kind, comments.</summary>
internal static class StatusReader
{
    public const string PublishedKey = "published";

    private static readonly string[] DraftKeys = ["draft"];
    private static readonly string[] PublishedKeys = [PublishedKey];
    private static readonly string[] KindKeys = ["layout", "type"];

    public static bool ReadDraft(FieldContext context)
    {
        var isDraft = context.File.HasFolder("_drafts");
        foreach (var entry in context.Fields.Find(DraftKeys).ToArray())
        {
            var value = FieldReader.ToBoolean(entry.Value);
            if (value is not null || entry.Value is MetaScalar { IsNull: true } or MetaScalar { Text: "" })
                context.Fields.Take(entry);
            else
                context.Bag.Warn(DiagnosticCode.BadBoolean, entry.Value.Place, $"{entry.Key} is neither yes nor no; taken as a draft, so that nothing is published by mistake", "Write true or false.");
            isDraft |= value ?? entry.Value is not (MetaScalar { IsNull: true } or MetaScalar { Text: "" });
        }

        // Elsewhere the same key holds a date, so only a switch counts here.
        foreach (var entry in context.Fields.Find(PublishedKeys).ToArray())
        {
            if (FieldReader.ToBoolean(entry.Value) is not { } isPublished)
                continue;
            context.Fields.Take(entry);
            isDraft |= !isPublished;
        }

        return isDraft;
    }

    public static ArticleKind ReadKind(FieldContext context)
    {
        ArticleKind? kind = null;
        foreach (var entry in context.Fields.Find(KindKeys).ToArray())
        {
            if (FieldContext.Texts(entry.Value).FirstOrDefault()?.Text is not { } word)
                continue;

            // "layout: gallery" says more than a kind can hold, and stays among the params.
            if (KindNames.IsPlain(word))
                context.Fields.Take(entry);
            kind ??= KindNames.KindOf(word);
        }

        return kind ?? context.Rules.KindOf(context.File);
    }

    public static bool ReadCommentsEnabled(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.CommentKeys).ToArray())
        {
            if (FieldReader.ToBoolean(entry.Value) is not { } isOn)
                continue;
            context.Fields.Take(entry);
            return isOn;
        }

        return true;
    }
}
