using ContentApi.Parsing.FrontMatter;

namespace ContentApi.Importer.Sites;

/// <summary>The settings of a vault in <c>.obsidian</c> (help.obsidian.md/configuration-folder).</summary>
internal static class ObsidianSite
{
    /// <param name="app">Of <c>app.json</c>.</param>
    /// <param name="templates">Of <c>templates.json</c>.</param>
    /// <param name="site">What is known besides.</param>
    public static SiteConfiguration Read(MetaMap app, MetaMap templates, SiteConfiguration site)
    {
        // "./x" is a folder beside each note.
        var attachments = app.Text("attachmentFolderPath");
        var template = templates.Folder("folder");
        return site with
        {
            AttachmentFolder = attachments is null || attachments.StartsWith("./", StringComparison.Ordinal) ? null : SettingsReading.ToFolder(attachments),
            Excludes = [.. app.Texts("userIgnoreFilters").Where(x => !x.StartsWith('/')), .. template is null or "" ? (string[])[] : [template]],
        };
    }
}
