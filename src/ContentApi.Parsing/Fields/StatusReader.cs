using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads what decides where an article shows: draft, kind, comments.</summary>
internal static class StatusReader
{
    private const string Status = "status";
    private static readonly string[] DraftKeys = ["draft"];
    private static readonly string[] PasswordKeys = [FieldName.Password];

    /// <summary>True when the file is not to be seen; every switch that hides counts.</summary>
    public static bool ReadDraft(FieldContext context)
    {
        // No short cut: each reader takes its keys out of the params.
        var isDraft = ReadFolder(context);
        isDraft |= ReadDraftKey(context);
        isDraft |= ReadSwitches(context);
        isDraft |= ReadPassword(context);
        return isDraft | ReadUnrendered(context);
    }

    public static ArticleKind ReadKind(FieldContext context)
    {
        ArticleKind? kind = null;
        if (context.Fields.Find(context.Rules.UnlistedKeys).FirstOrDefault(x => FieldReader.ToBoolean(x.Value) is true) is { } unlisted)
        {
            kind = ArticleKind.Page;
            context.Origins?.Add("kind", unlisted, "kept out of lists");
        }

        foreach (var entry in context.Fields.Find(context.Rules.KindKeys).ToArray())
        {
            if (FieldContext.Texts(entry.Value).FirstOrDefault()?.Text is not { } written)
                continue;

            // "layout: gallery" says more than a kind can hold, and stays among the params.
            if (KindNames.IsPlain(written))
                context.Fields.Take(entry);
            if (kind is null && context.Rules.KindOf(KindNames.WordOf(written)) is { } meant)
            {
                kind = meant;
                context.Origins?.Add("kind", entry);
            }
        }

        if (kind is null)
            context.Origins?.Add("kind", FieldOriginKind.Folder, note: "by the place and name of the file");
        return kind ?? context.Rules.KindOf(context.File);
    }

    public static bool ReadCommentsEnabled(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(context.Rules.CommentKeys).ToArray())
        {
            if (FieldReader.ToBoolean(entry.Value) is not { } isOn)
                continue;
            context.Fields.Take(entry);
            context.Origins?.Add("commentsEnabled", entry);
            return isOn;
        }

        return true;
    }

    private static bool ReadFolder(FieldContext context)
    {
        if (!context.File.HasFolder("_drafts"))
            return false;
        context.Origins?.Add(Status, FieldOriginKind.Folder, "_drafts");
        return true;
    }

    private static bool ReadDraftKey(FieldContext context)
    {
        var isDraft = false;
        foreach (var entry in context.Fields.Find(DraftKeys).ToArray())
        {
            var isEmpty = entry.Value is MetaScalar { IsNull: true } or MetaScalar { Text: "" };
            var value = FieldReader.ToBoolean(entry.Value);
            if (value is not null || isEmpty)
                context.Fields.Take(entry);
            else
                context.Bag.Warn(DiagnosticCode.BadBoolean, entry.Value.Place, $"{entry.Key} is neither yes nor no; taken as a draft, so that nothing is published by mistake", "Write true or false.");
            if (value ?? !isEmpty)
            {
                isDraft = true;
                context.Origins?.Add(Status, entry);
            }
        }

        return isDraft;
    }

    // Elsewhere the same keys hold dates, so only a switch counts here.
    private static bool ReadSwitches(FieldContext context)
    {
        var isHidden = false;
        foreach (var entry in context.Fields.Find(context.Rules.PublishSwitches).ToArray())
        {
            if (FieldReader.ToBoolean(entry.Value) is not { } isPublished)
                continue;
            context.Fields.Take(entry);
            if (!isPublished)
            {
                isHidden = true;
                context.Origins?.Add(Status, entry);
            }
        }

        return isHidden;
    }

    // The tools that know the key encrypt the text when they build the site. Nothing asks for it here, so nobody sees the article.
    private static bool ReadPassword(FieldContext context)
    {
        var isHidden = false;
        foreach (var entry in context.Fields.Find(PasswordKeys))
        {
            if (FieldContext.IsEmpty(entry.Value) || FieldReader.ToBoolean(entry.Value) is false)
                continue;
            isHidden = true;
            context.Bag.Warn(DiagnosticCode.Password, entry.Place, "the article has a password, which nothing here asks for; it is kept back as a draft, and the password is left out", "Delete the password to publish the article.");
            context.Origins?.Add(Status, entry, "kept back for its password");
        }

        return isHidden;
    }

    private static bool ReadUnrendered(FieldContext context)
    {
        var isHidden = false;
        foreach (var (key, value) in context.Rules.UnrenderedBy)
        {
            if (context.Fields.Find([key]).FirstOrDefault() is not { Value: MetaScalar scalar } entry || !Says(scalar, value))
                continue;
            isHidden = true;
            context.Fields.Take(entry);
            context.Bag.Info(DiagnosticCode.NotRendered, scalar.Place, "the tool writes no page for this file; kept as a draft", "Delete the key to publish the article.");
            context.Origins?.Add(Status, entry);
        }

        if (context.Rules.WhyUnrendered(context.File, context.Options.Site) is not { } reason)
            return isHidden;
        context.Bag.Info(DiagnosticCode.NotRendered, Place.Start, $"{reason}; kept as a draft");
        context.Origins?.Add(Status, FieldOriginKind.Folder, note: reason);
        return true;
    }

    // A quoted "false" is an address.
    private static bool Says(MetaScalar scalar, string value) =>
        scalar.IsPlain && (scalar.Text.Equals(value, StringComparison.OrdinalIgnoreCase) || FieldReader.ToBoolean(scalar)?.ToString().Equals(value, StringComparison.OrdinalIgnoreCase) is true)
        || (value == "never" && scalar.Text.Equals(value, StringComparison.OrdinalIgnoreCase));
}
