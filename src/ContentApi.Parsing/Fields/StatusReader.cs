using ContentApi.Parsing.Diagnostics;
using ContentApi.Parsing.Dialects;
using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Parsing.Fields;

/// <summary>Reads what decides where an article shows: draft, kind, comments.</summary>
internal static class StatusReader
{
    /// <summary>Keys of the switch for drafts.</summary>
    public static readonly string[] DraftKeys = ["draft", "isdraft"];

    private const string Status = "status";
    private const string PasswordHint = "Nothing needs doing for a private article; take the password out of one that everybody may read.";
    private static readonly string[] PasswordKeys = [FieldName.Password];

    // No tool's own, but what editors and exports from other systems write: WordPress, Ghost, Pelican.
    private static readonly string[] StateKeys = [Status, "poststatus", "visibility"];
    private static readonly string[] PrivateKeys = ["private"];
    private static readonly string[] HiddenStates = ["draft", "autodraft", "pending", "private", "hidden", "skip", "trash", "unpublished", "members", "paid"];

    /// <summary>True when the file is not to be seen; every switch that hides counts.</summary>
    public static bool ReadDraft(FieldContext context)
    {
        // No short cut: each reader takes its keys out of the params.
        var isDraft = ReadFolder(context);
        isDraft |= ReadDraftKey(context);
        isDraft |= ReadStates(context);
        isDraft |= ReadSwitches(context);
        isDraft |= ReadPassword(context);
        return isDraft | ReadUnrendered(context);
    }

    public static ArticleKind ReadKind(FieldContext context)
    {
        ArticleKind? kind = null;
        if (FindSwitches(context, context.Rules.UnlistedBy).FirstOrDefault() is { } unlisted)
        {
            kind = ArticleKind.Page;
            context.Origins?.Add("kind", unlisted, "kept out of lists");
        }

        foreach (var entry in context.Fields.Find(context.Rules.KindKeys))
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
        foreach (var entry in context.Fields.Find(context.Rules.CommentKeys))
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
        foreach (var entry in context.Fields.Find(DraftKeys))
        {
            var isEmpty = entry.Value is MetaScalar { IsNull: true } or MetaScalar { Text: "" };
            var value = FieldReader.ToBoolean(entry.Value);
            if (value is not null || isEmpty)
                context.Fields.Take(entry);
            else
                WarnUnclear(context, entry, "neither yes nor no");
            if (value ?? !isEmpty)
            {
                isDraft = true;
                context.Origins?.Add(Status, entry);
            }
        }

        return isDraft;
    }

    // The words say more than hidden or not, so they stay among the params.
    private static bool ReadStates(FieldContext context)
    {
        var entry = context.Fields.Find(StateKeys).FirstOrDefault(x => FieldContext.Texts(x.Value).Any(text => HiddenStates.Contains(FieldName.Fold(text.Text))))
            ?? context.Fields.Find(PrivateKeys).FirstOrDefault(x => x.Value is MetaScalar && FieldReader.ToBoolean(x.Value) is not false && !FieldContext.IsEmpty(x.Value));
        if (entry is null)
            return false;
        if (PrivateKeys.Contains(FieldName.Fold(entry.Key)) && FieldReader.ToBoolean(entry.Value) is null)
            WarnUnclear(context, entry, "neither yes nor no");
        context.Origins?.Add(Status, entry);
        return true;
    }

    // Elsewhere the same keys hold dates, so only a switch counts here.
    private static bool ReadSwitches(FieldContext context)
    {
        var isHidden = false;
        foreach (var entry in context.Fields.Find(context.Rules.PublishSwitches))
        {
            var isPublished = FieldReader.ToBoolean(entry.Value);
            if (isPublished is not null)
                context.Fields.Take(entry);
            else if (FieldContext.IsEmpty(entry.Value) || DateFields.MayBeDate(entry.Value) || SaysWhere(entry))
                continue;
            else
                WarnUnclear(context, entry, "neither yes nor no, nor a date");
            if (isPublished is not true)
            {
                isHidden = true;
                context.Origins?.Add(Status, entry);
            }
        }

        return isHidden;
    }

    // "publish: [web, print]"
    private static bool SaysWhere(MetaEntry entry) => FieldName.Fold(entry.Key) == "publish" && entry.Value is not MetaScalar;

    private static void WarnUnclear(FieldContext context, MetaEntry entry, string how) => context.Bag.Warn(
        DiagnosticCode.BadBoolean, entry.Value.Place, $"{entry.Key} is {how}; taken as a draft, so that nothing is published by mistake", "Write true or false.");

    // The tools that know the key encrypt the text when they build the site. Nothing asks for it here, so nobody sees the article.
    private static bool ReadPassword(FieldContext context)
    {
        foreach (var entry in context.Fields.Find(PasswordKeys))
        {
            // hexo-blog-encrypt: an empty password takes back that of a tag.
            if (entry.Value is MetaScalar { IsNull: false, Text: "" })
                return false;
            if (FieldContext.IsEmpty(entry.Value) || FieldReader.ToBoolean(entry.Value) is false)
                continue;
            context.Bag.Warn(DiagnosticCode.Password, entry.Place, "the article has a password, which nothing here asks for; it is kept back as a draft, and the password is left out", PasswordHint);
            context.Origins?.Add(Status, entry, "kept back for its password");
            return true;
        }

        if (context.Options.Site.EncryptedTags.Count == 0 || NameReader.ReadTags(context.Apart(), []).FirstOrDefault(IsEncrypted) is not { Name: var tag })
            return false;
        context.Bag.Warn(DiagnosticCode.Password, Place.Start, $"the site's settings give the tag '{DiagnosticBag.Show(tag)}' a password, which nothing here asks for; the article is kept back as a draft", PasswordHint);
        context.Origins?.Add(Status, FieldOriginKind.Defaults, note: $"kept back for the password of the tag '{tag}'");
        return true;

        bool IsEncrypted(ParsedName tag) => context.Options.Site.EncryptedTags.Any(x => NameKey.Of(x) == NameKey.Of(tag.Name));
    }

    private static bool ReadUnrendered(FieldContext context)
    {
        var isHidden = false;
        foreach (var entry in FindSwitches(context, context.Rules.UnrenderedBy))
        {
            isHidden = true;
            context.Fields.Take(entry);
            var elsewhere = context.Fields.LayerOf(entry).Origin is { } file ? $" '{DiagnosticBag.Show(context.Fields.PathOf(entry))}' in {file}" : null;
            context.Bag.Info(DiagnosticCode.NotRendered, entry.Value.Place, $"the tool writes no page for this file{(elsewhere is null ? "" : $", by{elsewhere}")}; kept as a draft", $"Delete{elsewhere ?? " the key"} to publish the article.");
            context.Origins?.Add(Status, entry);
        }

        if (context.Rules.WhyUnrendered(context.File, context.Options.Site) is not var (reason, mend))
            return isHidden;

        // Nothing but the name hides the file, and its author may not know: nothing warns in the tool.
        if (mend is not null)
            context.Bag.Warn(DiagnosticCode.NotRendered, Place.Start, $"{reason}; kept as a draft", mend);
        else
            context.Bag.Info(DiagnosticCode.NotRendered, Place.Start, $"{reason}; kept as a draft");
        context.Origins?.Add(Status, FieldOriginKind.Folder, note: reason);
        return true;
    }

    private static IEnumerable<MetaEntry> FindSwitches(FieldContext context, IReadOnlyList<(string Key, string Value)> switches)
    {
        foreach (var (key, value) in switches)
        {
            if (context.Fields.FindFirst(key) is { Value: MetaScalar scalar } entry && Says(scalar, value))
                yield return entry;
        }
    }

    // A quoted "false" is an address.
    private static bool Says(MetaScalar scalar, string value) =>
        (scalar.IsPlain || value != "false")
        && (scalar.Text.Equals(value, StringComparison.OrdinalIgnoreCase) || FieldReader.ToBoolean(scalar)?.ToString().Equals(value, StringComparison.OrdinalIgnoreCase) is true);
}
