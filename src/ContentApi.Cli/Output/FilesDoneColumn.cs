using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ContentApi.Cli.Output;

/// <summary>Shows how many files of how many have been read.</summary>
internal sealed class FilesDoneColumn : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Text(task.IsIndeterminate ? "" : string.Create(CultureInfo.InvariantCulture, $"{task.Value:N0}/{task.MaxValue:N0}"));
}
