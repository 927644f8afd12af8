using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Where a command writes: results on stdout, everything else on stderr, in colour only on a terminal.</summary>
/// <param name="output">Standard output.</param>
/// <param name="error">Standard error.</param>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    // On less, nothing could be laid out.
    private const int LeastWidth = 40;

    /// <summary>Standard output, for results.</summary>
    public AnsiWriter Out { get; } = IsLive(output) ? new AnsiWriter(output) : Plain(output);

    /// <summary>Standard error, for progress and for what went wrong.</summary>
    public AnsiWriter Error { get; } = IsLive(error) ? new AnsiWriter(error) : Plain(error);

    /// <summary>True when a person looks at standard output.</summary>
    public bool OutIsLive => IsLive(output);

    /// <summary>True when a person looks at standard error, and the terminal can redraw a line and has room for a bar on it.</summary>
    public bool ErrorIsLive => IsLive(error) && Error.Capabilities.Ansi && HasRoom(Console.WindowWidth);

    /// <summary>Columns of standard output; null where lines are written whole: in files and pipes, and on a terminal that does not know its size.</summary>
    public int? Width => OutIsLive ? WidthOf(Console.WindowWidth) : null;

    /// <param name="columns">As a terminal says: 0 when it does not know.</param>
    internal static int? WidthOf(int columns) => columns > 0 ? Math.Max(LeastWidth, columns) : null;

    /// <summary>False where the library that draws bars never ends; of a terminal that does not know its size it takes 80 columns.</summary>
    internal static bool HasRoom(int columns) => columns is <= 0 or >= LeastWidth;

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
