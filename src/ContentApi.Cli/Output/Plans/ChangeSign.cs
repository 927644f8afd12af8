using ContentApi.Importer.Planning;
using Spectre.Console;

namespace ContentApi.Cli.Output.Plans;

/// <summary>The sign before an article, as in a list of changed files.</summary>
/// <param name="Text">One letter.</param>
/// <param name="Style">Its colour.</param>
internal sealed record ChangeSign(string Text, Style Style)
{
    public static ChangeSign Added { get; } = new("+", Palette.Good);

    public static ChangeSign Removed { get; } = new("−", Palette.Error);

    public static ChangeSign Of(ArticleChangeKind kind) => kind switch
    {
        ArticleChangeKind.Created => Added,
        ArticleChangeKind.Updated => new("~", Palette.Warning),
        ArticleChangeKind.Renamed => new(">", Palette.Info),
        _ => Removed,
    };
}
