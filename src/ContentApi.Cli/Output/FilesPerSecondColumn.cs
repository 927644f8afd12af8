using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ContentApi.Cli.Output;

/// <summary>Shows how many files a second are being read.</summary>
internal sealed class FilesPerSecondColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.Speed is { } speed ? string.Create(CultureInfo.InvariantCulture, $"{speed:N0} files/s") : "");
}
