using ContentApi.Cli.Watching;
using ContentApi.TestSupport;

namespace ContentApi.Cli.Tests.Watching;

public sealed class FolderChangesTests : IDisposable
{
    private readonly TemporaryFolder _root = new();
    private readonly string _folder;
    private readonly FolderChanges _changes;

    public FolderChangesTests()
    {
        _folder = Directory.CreateDirectory(_root["posts"]).FullName;
        _changes = new FolderChanges(_folder, _root[".contentapi"], Assert.Fail, TimeProvider.System);
    }

    public void Dispose()
    {
        _changes.Dispose();
        _root.Dispose();
    }

    [Fact]
    public async Task A_file_that_is_made_changed_moved_or_removed_is_told()
    {
        var file = Path.Combine(_folder, "a.md");
        var moved = Path.Combine(_folder, "b.md");
        Action[] changes =
        [
            () => File.WriteAllText(file, "one"),
            () => File.WriteAllText(file, "two"),
            () => File.Move(file, moved),
            () => File.Delete(moved),
        ];
        foreach (var change in changes)
        {
            change();
            await ExpectChangeAsync();
        }
    }

    [Fact]
    public async Task A_folder_that_is_made_later_is_watched_too()
    {
        var below = Directory.CreateDirectory(Path.Combine(_folder, "new", "deep")).FullName;
        await ExpectChangeAsync();

        await File.WriteAllTextAsync(Path.Combine(below, "a.md"), "one", TestContext.Current.CancellationToken);
        await ExpectChangeAsync();
    }

    [Fact]
    public async Task A_folder_that_is_removed_and_made_again_is_watched_again()
    {
        Directory.Delete(_folder);
        await ExpectChangeAsync();
        Directory.CreateDirectory(_folder);
        await ExpectChangeAsync();

        await File.WriteAllTextAsync(Path.Combine(_folder, "a.md"), "one", TestContext.Current.CancellationToken);
        await ExpectChangeAsync();
    }

    [Fact]
    public async Task A_folder_that_is_replaced_by_another_is_watched_again()
    {
        Directory.CreateDirectory(_root["built"]);
        Directory.Move(_folder, _root["old"]);
        Directory.Move(_root["built"], _folder);
        await ExpectChangeAsync();

        await File.WriteAllTextAsync(Path.Combine(_folder, "a.md"), "one", TestContext.Current.CancellationToken);
        await ExpectChangeAsync();
    }

    [Theory]
    [InlineData("/blog/posts/a.md", true)]
    [InlineData("/blog/posts/.hidden.md", false)]
    [InlineData("/blog/.git/index", false)]
    [InlineData("/blog/posts/.a.md.swp", false)]
    [InlineData("/blog/data", false)]
    [InlineData("/blog/data/postgres/postgres.log", false)]
    [InlineData("/blog/database.md", true)]
    [InlineData("/blog", true)]
    public void Hidden_files_and_our_own_do_not_matter(string path, bool matters) => Assert.Equal(matters, FolderChanges.Matters("/blog", "/blog/data", path));

    [Fact]
    public void A_hidden_folder_above_the_content_does_not_matter() => Assert.True(FolderChanges.Matters("/home/.me/blog", "/home/.me/data", "/home/.me/blog/a.md"));

    private async Task ExpectChangeAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        await _changes.WaitAsync(limit.Token);
    }
}
