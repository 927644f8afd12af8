using System.Net;
using System.Net.Sockets;
using ContentApi.Importer.Sources;

namespace ContentApi.Importer.Tests.Sources;

/// <summary>What is said when a repository, or what is asked of it, is not there.</summary>
public sealed class GitRefusalTests : IDisposable
{
    private readonly TestRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task An_empty_repository() => Assert.Equal($"{_repository.Bare} is empty: it has no branch.", await RefuseAsync(_repository.Bare));

    [Fact]
    public async Task A_branch_that_does_not_exist()
    {
        Fill();

        Assert.Equal(
            $"There is no branch or tag 'mian' in {_repository.Bare}; a commit is named by its full id. It has b1, b2, b3, b4, b5 and 1 more.",
            await RefuseAsync($"{_repository.Bare}#mian"));
        Assert.StartsWith($"There is no branch or tag 'b1/x' in {_repository.Bare}; ", await RefuseAsync($"{_repository.Bare}#b1/x"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_that_names_no_branch_as_its_own()
    {
        Fill();
        await File.WriteAllTextAsync(Path.Combine(_repository.Bare, "HEAD"), "ref: refs/heads/trunk\n", TestContext.Current.CancellationToken);

        Assert.StartsWith(
            $"{_repository.Bare} does not say which branch is meant: name one, as in {_repository.Bare}#b1. It has b1, ", await RefuseAsync(_repository.Bare), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_does_not_exist()
    {
        Fill();
        var refused = await RefuseAsync($"{_repository.Bare}#{new string('1', 40)}");

        Assert.StartsWith($"{_repository.Bare} cannot be read as a git repository: ", refused, StringComparison.Ordinal);
        Assert.Contains(new string('1', 40), refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_is_no_commit()
    {
        Fill();
        _repository.Git("tag", "blob", _repository.Git("rev-parse", "HEAD:a.md"));
        _repository.Git("push", "--quiet", "--tags", "origin");

        Assert.Equal($"'blob' of {_repository.Bare} is no commit: name a branch, a tag or the full id of a commit.", await RefuseAsync($"{_repository.Bare}#blob"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("a.md")]
    [InlineData("posts/b.md")]
    public async Task A_folder_that_does_not_exist(string folder)
    {
        Fill();

        Assert.Equal($"There is no folder '{folder}' in {_repository.Bare} at b1.", await RefuseAsync($"{_repository.Bare}#b1:{folder}"));
        using var source = await MaterializeAsync($"{_repository.Bare}#b1:posts");
        Assert.Equal(["b.md"], source.BlobIds!.Keys);
    }

    [Fact]
    public async Task A_folder_that_is_no_repository()
    {
        Directory.CreateDirectory(_repository["posts"]);

        Assert.Equal(
            $"{_repository["posts"]} cannot be read as a git repository: '{_repository["posts"]}' does not appear to be a git repository. Check the address; a private repository also looks as if it were not there.",
            await RefuseAsync($"{_repository["posts"]}#main"));
    }

    [Fact]
    public async Task A_host_where_nobody_answers()
    {
        // Nobody listens at a port that was free a moment ago.
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        var port = ((IPEndPoint)socket.LocalEndpoint).Port;
        socket.Stop();

        var refused = await RefuseAsync($"http://me:secret@127.0.0.1:{port}/blog.git");

        Assert.StartsWith($"http://127.0.0.1:{port}/blog.git cannot be read as a git repository, which every address of the web is taken for: ", refused, StringComparison.Ordinal);
        Assert.EndsWith(" Check the network and the name of the host.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"", "Give git the right to read it without asking: a key for ssh, a credential helper, or user and token in the address, which a plan does not keep.")]
    [InlineData("404 Not Found", "Check the address; a private repository also looks as if it were not there.")]
    public async Task A_host_that_refuses(string status, string advice)
    {
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        var answering = AnswerAsync(host, $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var refused = await RefuseAsync($"http://127.0.0.1:{((IPEndPoint)host.LocalEndpoint).Port}/blog.git");

        host.Stop();
        await answering;
        Assert.EndsWith($" {advice}", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ghp_TOKEN0@")]
    [InlineData("me:ghp_TOKEN0@")]
    [InlineData(":ghp_TOKEN0@")]
    [InlineData("ghp_TOKEN0:x-oauth-basic@")]
    [InlineData("ghp_TOKEN0%2Fhalf:@")]
    public async Task A_token_in_the_address_is_not_told_when_it_is_refused(string user)
    {
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        var answering = AnswerAsync(host, "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

        var refused = await RefuseAsync($"http://{user}127.0.0.1:{((IPEndPoint)host.LocalEndpoint).Port}/blog.git");

        host.Stop();
        await answering;
        Assert.DoesNotContain("TOKEN0", refused, StringComparison.Ordinal);
        Assert.Contains($" http://127.0.0.1:", $" {refused}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://me:p%40ss%2Fword@example.org/blog.git", "remote: p@ss/word is wrong", "remote: … is wrong")]
    [InlineData("https://me:p%40ss%2Fword@example.org/blog.git", "fatal: p%40ss%2Fword is wrong", "… is wrong")]
    [InlineData("https://ab%2Fcd@example.org/blog.git", "fatal: could not read Password for 'https://ab/cd@example.org': no", "could not read Password for 'https://example.org': no")]
    [InlineData("https://me@example.org/blog.git", "fatal: some remote for me", "some remote for …")]
    [InlineData("https://me@example.org/blog.git", "fatal: led to https://other:secret@example.net/x", "led to https://example.net/x")]
    [InlineData("git@example.org:blog.git", "fatal: git@example.org: gone", "git@example.org: gone")]
    [InlineData("https://example.org/a@b/blog.git", "fatal: not found at https://example.org/a@b/blog.git", "not found at https://example.org/a@b/blog.git")]
    public void Nothing_that_git_says_tells_a_secret(string address, string error, string expected)
    {
        var refused = GitFaults.Of(SourceAddress.Read(address), new GitResult(128, [], error));

        Assert.Contains($": {expected}.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_is_stopped_stops_git()
    {
        using var host = new TcpListener(IPAddress.Loopback, 0);
        host.Start();
        using var stop = new CancellationTokenSource();
        var address = SourceAddress.Read($"git://127.0.0.1:{((IPEndPoint)host.LocalEndpoint).Port}/blog.git");
        var import = SourceMaterializer.MaterializeAsync(address, _repository.Cache, "database", stop.Token);
        using var connection = await host.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        await stop.CancelAsync();   // it waits for an answer that never comes

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import);
        var buffer = new byte[1024];
        while (await connection.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken) > 0)
        {
            // What git had asked for before it was stopped; the stream ends when it is gone.
        }
    }

    private static async Task AnswerAsync(TcpListener host, string answer)
    {
        try
        {
            while (true)
            {
                using var client = await host.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                    // The head of the request, up to an empty line.
                }

                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private void Fill()
    {
        _repository.Write("a.md", "A");
        _repository.Write("posts/b.md", "B");
        _repository.Commit();
        for (var i = 1; i <= 5; i++)
            _repository.Git("branch", $"b{i}");
        _repository.Push();
    }

    private async Task<string> RefuseAsync(string address) => (await Assert.ThrowsAsync<ImportRefusedException>(() => MaterializeAsync(address))).Message;

    private Task<MaterializedSource> MaterializeAsync(string address) =>
        SourceMaterializer.MaterializeAsync(SourceAddress.Read(address), _repository.Cache, "database", TestContext.Current.CancellationToken);
}
