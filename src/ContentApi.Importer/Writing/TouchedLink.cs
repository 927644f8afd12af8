using ContentApi.Parsing;

namespace ContentApi.Importer.Writing;

/// <summary>A link of an article that stays as it is, to a file whose article is replaced or removed.</summary>
/// <param name="ArticleId">The article with the link.</param>
/// <param name="ArticlePath">Its file.</param>
/// <param name="Syntax">As stored.</param>
/// <param name="TargetFile">The file.</param>
/// <param name="TargetPath">The path that its article had; null when it had none.</param>
/// <param name="Target">What its article was; null when there was none.</param>
internal sealed record TouchedLink(Guid ArticleId, string ArticlePath, string Syntax, string TargetFile, string? TargetPath, ArticleHead? Target);
