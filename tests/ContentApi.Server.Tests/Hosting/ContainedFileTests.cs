using System.Diagnostics;
using ContentApi.Server.Hosting;

namespace ContentApi.Server.Tests.Hosting;

public sealed class ContainedFileTests : IDisposable
{
    private readonly string _base = Directory.CreateTempSubdirectory("contentapi").FullName;

    public ContainedFileTests()
    {
        Write("root/a.png");
        Write("root/图/b c.png");
        Write("secret.png");
        Write("root-2/c.png");
    }

    private string Root => Path.Combine(_base, "root");

    [Theory]
    [InlineData("a.png")]
    [InlineData("图/b c.png")]
    [InlineData("图/../a.png")]
    [InlineData("./a.png")]
    public void A_file_below_the_root_is_opened(string path) => AssertOpens(path);

    [Theory]
    [InlineData("../secret.png")]
    [InlineData("图/../../secret.png")]
    [InlineData("../root-2/c.png")]
    [InlineData("/etc/passwd")]
    [InlineData("none.png")]
    [InlineData("a.png/x")]
    [InlineData("图")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a\0.png")]
    public void Anything_else_is_not(string path) => Assert.Null(ContainedFile.Open(Root, path));

    [Fact]
    public void Links_are_followed_inside_the_root_and_not_out_of_it()
    {
        File.CreateSymbolicLink(Path.Combine(Root, "inside.png"), "a.png");
        File.CreateSymbolicLink(Path.Combine(Root, "outside.png"), Path.Combine("..", "secret.png"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "inner"), Path.Combine(Root, "图"));
        Directory.CreateSymbolicLink(Path.Combine(Root, "outer"), _base);
        File.CreateSymbolicLink(Path.Combine(Root, "chain.png"), Path.Combine("inner", "..", "outside.png"));
        File.CreateSymbolicLink(Path.Combine(Root, "loop.png"), "loop.png");

        AssertOpens("inside.png");
        AssertOpens("inner/b c.png");
        Assert.Null(ContainedFile.Open(Root, "outside.png"));
        Assert.Null(ContainedFile.Open(Root, "outer/secret.png"));
        Assert.Null(ContainedFile.Open(Root, "chain.png"));
        Assert.Null(ContainedFile.Open(Root, "loop.png"));
    }

    [Fact]
    public void A_root_may_itself_be_a_link()
    {
        var link = Path.Combine(_base, "link");
        Directory.CreateSymbolicLink(link, Root);

        using var file = ContainedFile.Open(link, "a.png");
        Assert.NotNull(file);
        Assert.Null(ContainedFile.Open(link, "../secret.png"));
    }

    [Fact]
    public void Links_are_followed_forty_times_as_Linux_does()
    {
        for (var i = 0; i <= 40; i++)
        {
            File.CreateSymbolicLink(Path.Combine(Root, $"l{i}.png"), i == 40 ? "a.png" : $"l{i + 1}.png");
        }

        AssertOpens("l1.png");
        Assert.Null(ContainedFile.Open(Root, "l0.png"));
    }

    [Fact]
    public async Task A_pipe_is_not_opened()
    {
        using var mkfifo = Process.Start("mkfifo", [Path.Combine(Root, "pipe.png")]);
        await mkfifo.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, mkfifo.ExitCode);

        Assert.Null(ContainedFile.Open(Root, "pipe.png"));
    }

    public void Dispose() => Directory.Delete(_base, recursive: true);

    private void AssertOpens(string path)
    {
        using var file = ContainedFile.Open(Root, path);
        Assert.NotNull(file);
        Assert.Equal(1, file.Length);
    }

    private void Write(string path)
    {
        var file = Path.Combine(_base, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "x");
    }
}
