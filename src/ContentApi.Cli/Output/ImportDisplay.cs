using System.Globalization;
using ContentApi.Importer;
using Spectre.Console;

namespace ContentApi.Cli.Output;

/// <summary>Shows on standard error how far an import has come: a bar on a terminal, else a line every few seconds.</summary>
internal sealed class ImportDisplay(Terminal terminal, TimeProvider clock)
{
    // Most runs are over before it is worth telling anything.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Runs an import, or what is like one, and shows its progress.</summary>
    /// <param name="title">What is imported.</param>
    /// <param name="start">Starts the import; is given what to report to.</param>
    public async Task<T> RunAsync<T>(string title, Func<IProgress<ImportProgress>, Task<T>> start)
    {
        var progress = new LatestProgress();
        var begun = clock.GetTimestamp();
        var import = Task.Run(() => start(progress));
        if (!await IsOverAsync(import, Patience))
        {
            await (terminal.ErrorIsLive ? DrawBarAsync(title, import, progress) : WriteLinesAsync(title, import, progress, begun));
        }

        return await import;
    }

    private async Task DrawBarAsync(string title, Task import, LatestProgress progress)
    {
        // Left to itself, the library looks at standard output, which may be a file or a pipe here.
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new FilesDoneColumn(), new FilesPerSecondColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var name = Markup.Escape(Printable.Clean(title));
                var task = context.AddTask(name);
                task.IsIndeterminate = true;
                do
                {
                    if (progress.Latest is { } latest)
                    {
                        // What was read is stored in one transaction, of which nothing can be told.
                        task.Description = latest.Done == latest.Total ? $"{name}: storing" : name;
                        task.IsIndeterminate = false;
                        task.MaxValue = Math.Max(1, latest.Total);
                        task.Value = latest.Done;
                    }
                }
                while (!await IsOverAsync(import, Redraw));
            });
    }

    private async Task WriteLinesAsync(string title, Task import, LatestProgress progress, long begun)
    {
        while (!await IsOverAsync(import, BetweenLines))
        {
            if (progress.Latest is { Done: > 0 } latest)
            {
                var elapsed = clock.GetElapsedTime(begun);
                var speed = latest.Done / elapsed.TotalSeconds;
                var left = TimeSpan.FromSeconds((latest.Total - latest.Done) / speed);
                terminal.Error.WriteLine(Printable.Clean(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{title}: {latest.Done:N0} of {latest.Total:N0} files, {speed:N0} files/s, {left.TotalSeconds:N0} s left")));
            }
        }
    }

    private async Task<bool> IsOverAsync(Task import, TimeSpan limit) => await Task.WhenAny(import, Task.Delay(limit, clock)) == import;
}
