using System.Globalization;
using System.Text;
using ContentApi.Cli;
using ContentApi.Cli.Output;

// Files and databases mean the same on every machine, so numbers and dates are read and written in one way.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture =
    CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await new ContentApiCommand(new Terminal(Console.Out, Console.Error), TimeProvider.System).RunAsync(args);
