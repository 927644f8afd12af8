namespace ContentApi.Importer.Sites;

/// <summary>A language that a site declares.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Folder">Name of its folders as the tool has it, which may differ from the tag (<c>zh-cn</c>).</param>
/// <param name="ContentFolder">A folder of its own, as a path in the site; null when it shares those of the others.</param>
internal sealed record SiteLanguage(string Tag, string Folder, string? ContentFolder = null);
