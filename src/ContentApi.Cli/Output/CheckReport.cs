using ContentApi.Cli.Doctor;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Shows what <c>doctor</c> saw: a line for each check, and a sentence below those that ask for something.</summary>
/// <param name="output">Where to.</param>
/// <param name="width">The columns of the terminal; null writes each line whole, for files and pipes.</param>
internal sealed class CheckReport(AnsiWriter output, int? width)
{
    private const int MarkWidth = 6;
    private const int NameWidth = 14;

    /// <summary>Writes the groups, and what it comes to.</summary>
    public void Write(IReadOnlyList<CheckGroup> groups)
    {
        foreach (var group in groups)
        {
            output.WriteLine(group.Title, Palette.Strong);
            foreach (var check in group.Checks)
            {
                Write(check);
            }

            output.WriteLine();
        }

        var faults = groups.SelectMany(group => group.Checks).Count(check => check.Mark == CheckMark.Fault);
        output.WriteLine(
            faults switch
            {
                0 => "All that is needed is there.",
                1 => "1 check failed.",
                _ => $"{faults} checks failed.",
            },
            faults == 0 ? Palette.Good : Palette.Error);
    }

    private void Write(Check check)
    {
        var (mark, style) = check.Mark switch
        {
            CheckMark.Good => ("ok", Palette.Good),
            CheckMark.Note => ("-", Palette.Quiet),
            CheckMark.Warning => ("warn", Palette.Warning),
            _ => ("FAIL", Palette.Error),
        };
        output.Write(mark.PadLeft(MarkWidth), style);
        output.Write($"  {check.Name,-NameWidth}", Palette.Quiet);
        WriteText(check.Detail, Style.Plain);
        if (check.Remedy is { } remedy)
        {
            output.Write(new string(' ', Indent));
            WriteText(remedy, Palette.Strong);
        }
    }

    private static int Indent => MarkWidth + 2 + NameWidth;

    // What is broken by the terminal itself begins at its left edge, where the marks are.
    private void WriteText(string text, Style style)
    {
        var room = Math.Max(20, (width ?? int.MaxValue) - Indent - 1);
        var line = "";
        foreach (var word in Printable.Clean(text).Split(' '))
        {
            if (line.Length > 0 && Printable.Width(line) + 1 + Printable.Width(word) > room)
            {
                output.WriteLine(line, style);
                output.Write(new string(' ', Indent));
                line = "";
            }

            line = line.Length > 0 ? $"{line} {word}" : word;
        }

        output.WriteLine(line, style);
    }
}
