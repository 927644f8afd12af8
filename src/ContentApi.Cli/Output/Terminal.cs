using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Where a command writes: results on stdout, everything else on stderr, in colour only on a terminal.</summary>
internal sealed class Terminal
{
    /// <summary>Standard output, for results.</summary>
    public AnsiWriter Out { get; } = new(Console.Out);

    /// <summary>Standard error, for progress and for what went wrong.</summary>
    public AnsiWriter Error { get; } = new(Console.Error);

    /// <summary>True when a person looks at standard output.</summary>
    public static bool OutIsTerminal => !Console.IsOutputRedirected;

    /// <summary>True when a person looks at standard error, and the terminal can redraw a line.</summary>
    public bool ErrorIsLive => !Console.IsErrorRedirected && Error.Capabilities.Ansi;

    /// <summary>Writes the sentence that a command ends with when it cannot do what was asked.</summary>
    public void WriteFault(string sentence)
    {
        Error.Write("contentapi: ", Palette.Error);
        Error.WriteLine(Printable.Clean(sentence));
    }
}
