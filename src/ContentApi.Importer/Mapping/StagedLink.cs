namespace ContentApi.Importer.Mapping;

/// <summary>What is kept in memory of a link between two articles: its texts belong to the folder's list of files, and to what is known of their paths.</summary>
/// <param name="TargetFile">The file that it leads to.</param>
/// <param name="TargetPath">The site path that its article was told; null when the file gave none.</param>
/// <param name="ShowsTitle">True when its text may be the title of the target.</param>
internal readonly record struct StagedLink(string TargetFile, string? TargetPath, bool ShowsTitle);
