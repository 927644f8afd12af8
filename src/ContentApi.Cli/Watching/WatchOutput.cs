using ContentApi.Cli.Output;
using ContentApi.Importer;

namespace ContentApi.Cli.Watching;

/// <summary>Tells of the imports of <c>import --watch</c>: the first as any import, then a line for each save; as JSON a line for each of them.</summary>
/// <param name="terminal">Where to.</param>
/// <param name="form">Text or JSON.</param>
/// <param name="folder">As the user wrote it.</param>
/// <param name="clock">Gives the time of day.</param>
internal sealed class WatchOutput(Terminal terminal, string form, string folder, TimeProvider clock)
{
    private readonly SaveLog _log = new(terminal.Out, folder, clock);

    /// <summary>Tells of the first import.</summary>
    public void WriteFirst(ImportReport report)
    {
        if (form == ImportOutput.Json)
        {
            Write(report);
            return;
        }

        new ImportOutput(terminal, form).Add(report, folder);
        terminal.Out.WriteLine("Waiting for saves; Ctrl-C ends it.", Palette.Quiet);
    }

    /// <summary>Tells of the import after a save.</summary>
    public void Write(ImportReport report)
    {
        if (form == ImportOutput.Json)
        {
            terminal.Out.WriteLine(JsonReport.LineOf(report));
        }
        else
        {
            _log.Write(report);
        }
    }

    /// <summary>Tells why a save was not imported.</summary>
    public void Write(string fault)
    {
        if (form == ImportOutput.Json)
        {
            terminal.WriteFault(fault);
        }
        else
        {
            _log.Write(fault);
        }
    }
}
