using ContentApi.Importer;
using ContentApi.Importer.Planning;
using Spectre.Console;

namespace ContentApi.Cli.Output.Plans;

/// <summary>The articles of a plan, by what becomes of them, with every field that changes.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of the terminal; null cuts and breaks nothing, for files and pipes.</param>
internal sealed class PlannedArticles(AnsiWriter output, int? width)
{
    // What nobody reads to the end is in the JSON report.
    private const int MostShown = 50;
    private const int WidestFile = 44;

    private int Columns => width ?? int.MaxValue;

    public void Write(ImportChanges changes, ImportReport report)
    {
        foreach (var group in changes.Articles.GroupBy(article => article.Kind))
        {
            IReadOnlyList<ArticleChange> shown = [.. group.Take(MostShown)];
            var column = shown.Select(article => Printable.Width(Printable.Clean(article.FilePath))).Where(cells => cells <= WidestFile).DefaultIfEmpty(0).Max();
            foreach (var article in shown)
            {
                Write(article, column);
            }

            if (CountOf(group.Key, changes, report) - shown.Count is > 0 and var more)
            {
                output.WriteLine($"  and {Quantity.Of(more, "more", "more")}", Palette.Quiet);
            }

            output.WriteLine();
        }
    }

    private static int CountOf(ArticleChangeKind kind, ImportChanges changes, ImportReport report) => kind switch
    {
        ArticleChangeKind.Created => report.Created,
        ArticleChangeKind.Updated => report.Updated - changes.SameAgain,
        ArticleChangeKind.Renamed => report.Renamed,
        _ => report.Removed,
    };

    private void Write(ArticleChange article, int column)
    {
        var sign = ChangeSign.Of(article.Kind);
        output.Write($"{sign.Text} ", sign.Style);
        if (article.FormerFilePath is { } former)
        {
            WriteMove(former, article.FilePath);
        }
        else
        {
            WriteFile(article, column);
        }

        new ChangedFields(output, width).Write(article);
    }

    private void WriteMove(string former, string path)
    {
        var (before, after) = (Printable.Clean(former), Printable.Clean(path));
        output.Write(before, Palette.Strong);
        if (Printable.Width(before) + Printable.Width(after) + 5 > Columns)
        {
            output.WriteLine();
        }

        output.Write(" → ");
        output.WriteLine(after, Palette.Strong);
    }

    // The address of an article that gets another one stands below, beside that one.
    private void WriteFile(ArticleChange article, int column)
    {
        var file = Printable.Clean(article.FilePath);
        var address = PlannedAddress.FormerOf(article) is null ? Printable.Clean(article.Path) : "";
        var used = 2 + Math.Max(column, Printable.Width(file));
        output.Write(file, Palette.Strong);
        if (used + 4 + Printable.Width(address) > Columns)
        {
            output.WriteLine();
            output.Write("  ");
            used = 2;
        }
        else
        {
            output.Write(new string(' ', used - 2 - Printable.Width(file)));
        }

        output.Write(address.Length > 0 ? $"  {address}" : "");
        used += address.Length > 0 ? 2 + Printable.Width(address) : 0;
        output.WriteLine(Columns - used > 8 ? $"  {TextCut.Fit(article.Title, Columns - used - 2)}" : "", Palette.Quiet);
    }
}
