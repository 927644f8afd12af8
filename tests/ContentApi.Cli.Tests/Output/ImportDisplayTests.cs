using ContentApi.Cli.Output;
using ContentApi.Cli.Tests.Support;
using ContentApi.Importer;
using Microsoft.Extensions.Time.Testing;

namespace ContentApi.Cli.Tests.Output;

public sealed class ImportDisplayTests
{
    [Fact]
    public async Task Without_a_terminal_a_long_import_tells_a_line_every_few_seconds()
    {
        var clock = new FakeTimeProvider();
        using var error = new SharedWriter();
        var import = new TaskCompletionSource<ImportReport>();
        var running = new ImportDisplay(new Terminal(TextWriter.Null, error), clock).RunAsync("blog", progress =>
        {
            progress.Report(new ImportProgress(1500, 6000));
            return import.Task;
        });
        while (error.Text.Length == 0)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        import.SetResult(Reports.Of());
        await running;

        // How far the clock had come when the display looked depends on the threads.
        Assert.Matches(@"\A(blog: 1,500 of 6,000 files, [\d,]+ files/s, [\d,]+ s left\n)+\z", error.Text);
    }

    [Fact]
    public async Task A_short_import_tells_nothing()
    {
        using var error = new StringWriter();

        var report = await new ImportDisplay(new Terminal(TextWriter.Null, error), new FakeTimeProvider()).RunAsync("blog", progress =>
        {
            progress.Report(new ImportProgress(1, 1));
            return Task.FromResult(Reports.Of());
        });

        Assert.Equal(("blog", ""), (report.Source, error.ToString()));
    }
}
