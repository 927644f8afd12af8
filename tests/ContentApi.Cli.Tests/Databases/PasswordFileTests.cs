using ContentApi.Cli.Tests.Support;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Databases;

public sealed class PasswordFileTests(GuardedCluster cluster) : IClassFixture<GuardedCluster>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("right")]
    [InlineData("right\n")]
    [InlineData("right\r\nand a comment\n")]
    public async Task Its_first_line_opens_the_database(string text)
    {
        await File.WriteAllTextAsync(_folder["password"], text, TestContext.Current.CancellationToken);

        // The user may do nothing there, but is let in.
        Assert.Contains("permission denied for schema public", await MigrateAsync("visitor@", _folder["password"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_in_the_address_stands_above_it()
    {
        await File.WriteAllTextAsync(_folder["password"], "wrong", TestContext.Current.CancellationToken);

        Assert.Contains("does not accept the password of the user 'visitor'", await MigrateAsync("visitor@", _folder["password"]), StringComparison.Ordinal);
        Assert.Contains("permission denied for schema public", await MigrateAsync("visitor:right@", _folder["password"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_use_is_told_in_a_sentence()
    {
        await File.WriteAllTextAsync(_folder["empty"], "\nright\n", TestContext.Current.CancellationToken);

        Assert.Equal(
            $"contentapi: There is no file {_folder["missing"]}: let CONTENTAPI_DATABASE_PASSWORD_FILE name the file that holds the password of the database.\n",
            await MigrateAsync("visitor@", _folder["missing"]));
        Assert.Equal(
            $"contentapi: The file {_folder["empty"]} that CONTENTAPI_DATABASE_PASSWORD_FILE names is empty: write the password of the database into its first line.\n",
            await MigrateAsync("visitor@", _folder["empty"]));
        Assert.Matches(
            @"\Acontentapi: The file \S+ that CONTENTAPI_DATABASE_PASSWORD_FILE names cannot be read: .+; let this user read it\.\n\z",
            await MigrateAsync("visitor@", _folder.Path));
    }

    private async Task<string> MigrateAsync(string user, string file)
    {
        var run = await CommandRun.OfAsync(
            ["migrate", "--database", $"postgres://{user}/template1?host={cluster.Socket}"],
            new Dictionary<string, string> { ["CONTENTAPI_DATABASE_PASSWORD_FILE"] = file });
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        return run.Error;
    }
}
