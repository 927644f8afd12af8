using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The settings of a vault in <c>.obsidian</c> (help.obsidian.md/configuration-folder).</summary>
internal static class ObsidianSite
{
    // Of the plugins that insert templates: the file, and the key of the folder or note that holds them.
    private static readonly (string File, string Key)[] Templates =
    [
        (".obsidian/templates.json", "folder"),
        (".obsidian/daily-notes.json", "template"),
        (".obsidian/plugins/templater-obsidian/data.json", "templates_folder"),
    ];

    public static SiteConfiguration Read(MetaMap app, SiteConfiguration site)
    {
        // "./x" is a folder beside each note.
        var attachments = app.Text("attachmentFolderPath");
        return site with
        {
            AttachmentFolder = attachments is null || attachments.StartsWith("./", StringComparison.Ordinal) ? null : SettingsReading.ToFolder(attachments),
            BreaksLines = app.IsOn("strictLineBreaks") ? false : null,
            Excludes = [.. app.Texts("userIgnoreFilters").Where(x => !x.StartsWith('/')), .. TemplatesOf(site.Place)],
        };
    }

    // A note is named without its extension.
    private static IEnumerable<string> TemplatesOf(SitePlace place) =>
        from template in Templates
        let path = SettingsFile.Read(place, template.File)?.Map.Folder(template.Key)
        where path is { Length: > 0 }
        from name in template.Key == "template" && !path.EndsWith(".md", StringComparison.Ordinal) ? (string[])[$"{path}.md"] : [path]
        select name;
}
