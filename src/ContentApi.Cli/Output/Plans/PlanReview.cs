using System.Globalization;
using ContentApi.Importer.Planning;
using ContentApi.Parsing.Diagnostics;
using Spectre.Console;

namespace ContentApi.Cli.Output.Plans;

/// <summary>What whoever approves a plan has to look at.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">Columns of the terminal; null cuts and breaks nothing, for files and pipes.</param>
internal sealed class PlanReview(AnsiWriter output, int? width)
{
    private const int MostItems = 8;
    private const int MostFindings = 10;
    private const int MostNotes = 3;

    private static readonly (string Kind, string One, string Many)[] Kinds = [("category", "category", "categories"), ("tag", "tag", "tags"), ("author", "author", "authors")];

    private int Columns => width ?? int.MaxValue;

    public void Write(PlannedImport planned)
    {
        IReadOnlyList<string> sentences = [.. Sentences(planned)];
        foreach (var sentence in sentences)
        {
            WriteSentence(sentence);
        }

        if (sentences.Count > 0)
        {
            output.WriteLine();
        }

        foreach (var group in planned.NewFindings.GroupBy(finding => (finding.Severity, finding.Code)).OrderBy(group => group.Key.Severity).ThenBy(group => group.Key.Code, StringComparer.Ordinal))
        {
            WriteFindings(group.Key.Severity, group.Key.Code, [.. group]);
        }
    }

    private static IEnumerable<string> Sentences(PlannedImport planned)
    {
        var (report, changes) = (planned.Report, planned.Changes);
        return new[]
        {
            Failed(report.Failed),
            changes.Redirected == 0 ? null : $"{Quantity.Of(changes.Redirected, "article moves to another address; the old one redirects", "articles move to other addresses; the old ones redirect")}.",
            changes.EndedAddresses.Count == 0 ? null : $"{Quantity.Of(changes.EndedAddresses.Count, "address leads", "addresses lead")} nowhere from now on: {List(changes.EndedAddresses)}.",
            Drafts(changes.NewDrafts, "are drafts from now on and hidden from readers", "is a draft from now on and hidden from readers"),
            Drafts(changes.EndedDrafts, "are no drafts any more", "is no draft any more"),
        }
        .Concat(changes.MergedNames.Select(Merged).Take(MostItems))
        .Append(Names("New", changes.NewNames))
        .Append(Names("Used no more", changes.GoneNames))
        .Append(changes.ChangedImages.Count == 0 ? null : $"{Quantity.Of(changes.ChangedImages.Count, "picture has", "pictures have")} other bytes: {List(changes.ChangedImages)}.")
        .Append(changes.SameAgain == 0 ? null : $"{Quantity.Of(changes.SameAgain, "article is", "articles are")} made again, since the settings or the program changed, and {(changes.SameAgain == 1 ? "looks" : "look")} the same.")
        .Append(report.Gone == 0 ? null : $"{Quantity.Of(report.Gone, "article is kept although its file is", "articles are kept although their files are")} gone; --prune removes {(report.Gone == 1 ? "it" : "them")}.")
        .OfType<string>();
    }

    private static string? Failed(int files) => files switch
    {
        0 => null,
        1 => "1 file has errors and is not imported; an article that it gave before stays.",
        _ => $"{files:N0} files have errors and are not imported; articles that they gave before stay.",
    };

    private static string? Drafts(PartialList files, string many, string one) =>
        files.Count == 0 ? null : $"{Quantity.Of(files.Count, $"article {one}", $"articles {many}")}: {List(files)}.";

    private static string Merged(NameChange name) =>
        $"{Capital(name.Kind)} {name.Name}: {string.Join(" and ", name.Spellings.Select(spelling => $"'{spelling}'"))} are one, shown as '{name.Spellings[0]}'.";

    private static string? Names(string what, IReadOnlyList<NameChange> names)
    {
        var kinds = Kinds
            .Select(kind => (kind, List: names.Where(name => name.Kind == kind.Kind).Select(name => name.Name).ToList()))
            .Where(kind => kind.List.Count > 0)
            .Select(kind => $"{(kind.List.Count == 1 ? kind.kind.One : kind.kind.Many)} {List(kind.List)}")
            .ToList();
        return kinds.Count == 0 ? null : $"{what}: {string.Join("; ", kinds)}.";
    }

    private static string List(IReadOnlyList<string> items) => List(new PartialList(items.Count, items));

    private static string List(PartialList items) =>
        string.Join(", ", items.First.Take(MostItems)) + (items.Count > MostItems ? $" and {Quantity.Of(items.Count - MostItems, "more", "more")}" : "");

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private void WriteSentence(string sentence)
    {
        var sign = "! ";
        foreach (var line in TextCut.Lines(sentence, Columns - 2))
        {
            output.Write(sign, Palette.Warning);
            output.WriteLine(line);
            sign = "  ";
        }
    }

    private void WriteFindings(DiagnosticSeverity severity, string code, IReadOnlyList<Diagnostic> findings)
    {
        output.Write($"{ImportSummary.Word(severity)} {Printable.Clean(code)}", Palette.Of(severity));
        output.WriteLine(findings.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {findings.Count:N0}"), Palette.Quiet);
        var most = severity == DiagnosticSeverity.Info ? MostNotes : MostFindings;
        foreach (var finding in findings.Take(most))
        {
            var place = Printable.Clean(string.Create(CultureInfo.InvariantCulture, $"{finding.Path}:{finding.Line}:{finding.Column}"));
            var message = Printable.Clean(finding.Message);
            output.Write($"  {place}", Palette.Strong);
            if (2 + Printable.Width(place) + 2 + Printable.Width(message) <= Columns)
            {
                output.WriteLine($"  {message}");
                continue;
            }

            output.WriteLine();
            foreach (var line in TextCut.Lines(message, Columns - 4))
            {
                output.WriteLine($"    {line}");
            }
        }

        if (findings.Count > most)
        {
            output.WriteLine($"  and {Quantity.Of(findings.Count - most, "more", "more")}", Palette.Quiet);
        }

        output.WriteLine();
    }
}
