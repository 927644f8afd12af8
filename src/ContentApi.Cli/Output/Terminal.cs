using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Where a command writes: results on stdout, everything else on stderr, in colour only on a terminal.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    /// <summary>Standard output, for results.</summary>
    public AnsiWriter Out { get; } = IsLive(output) ? new AnsiWriter(output) : Plain(output);

    /// <summary>Standard error, for progress and for what went wrong.</summary>
    public AnsiWriter Error { get; } = IsLive(error) ? new AnsiWriter(error) : Plain(error);

    /// <summary>True when a person looks at standard output.</summary>
    public bool OutIsLive => IsLive(output);

    /// <summary>True when a person looks at standard error, and the terminal can redraw a line.</summary>
    public bool ErrorIsLive => IsLive(error) && Error.Capabilities.Ansi;

    /// <summary>Writes without colours.</summary>
    public static AnsiWriter Plain(TextWriter writer) =>
        new(writer, AnsiCapabilities.Create(writer, new AnsiWriterSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors }));

    /// <summary>Writes the sentence that a command ends with when it cannot do what was asked.</summary>
    public void WriteFault(string sentence)
    {
        Error.Write("contentapi: ", Palette.Error);
        Error.WriteLine(Printable.Clean(sentence));
    }

    private static bool IsLive(TextWriter writer) =>
        (writer == Console.Out && !Console.IsOutputRedirected) || (writer == Console.Error && !Console.IsErrorRedirected);
}
