using ContentApi.Parsing;

namespace ContentApi.Importer.Writing;

/// <summary>An article of the database links to a file, or would if it were there.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="ArticlePath">Its file.</param>
/// <param name="Syntax">How the link is written.</param>
/// <param name="Address">As written.</param>
/// <param name="TargetFile">The file that it meant at the last import; null when it meant none.</param>
/// <param name="TargetPath">The path that its article had; null when it had none.</param>
internal sealed record StoredLink(Guid ArticleId, string ArticlePath, LinkSyntax Syntax, string Address, string? TargetFile, string? TargetPath) : IStoredUse;
