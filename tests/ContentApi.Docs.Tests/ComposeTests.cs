using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using ContentApi.Docs.Tests.Shell;
using ContentApi.TestSupport;

namespace ContentApi.Docs.Tests;

/// <summary>Takes the steps of docker-compose.yml, with the commands, variables and secrets that it gives each container, on this machine.</summary>
public sealed partial class ComposeTests(PasswordCluster cluster) : IClassFixture<PasswordCluster>, IDisposable
{
    private static readonly ComposeFile Compose = new();

    private readonly TemporaryFolder _secrets = new();
    private readonly string _port = PasswordCluster.FreePort().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_migration_an_import_and_the_server_run_with_a_role_and_a_secret_each()
    {
        foreach (var secret in Compose.SecretFiles.Keys)
            await File.WriteAllTextAsync(_secrets[secret], $"{secret}-'\"$\n", TestContext.Current.CancellationToken);
        await MakeRolesAsync();

        Assert.Equal(0, (await RunServiceAsync("migrate")).Code);
        var key = await OutputAsync(["keys", "create", "--name", "preview", "--role", "editor"], EnvironmentOf("migrate"));
        Assert.Equal(0, (await RunServiceAsync("import")).Code);
        using var server = Start(Compose.Command("server"), EnvironmentOf("server"));
        Assert.Equal("ready: http://0.0.0.0:" + _port + "/graphql", await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        Assert.DoesNotContain("errors", await client.GetStringAsync("/graphql?query={articles{totalCount}site{title}}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("bash", HealthCheck(), new Dictionary<string, string>())).Code);
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {key.Trim()}");
        Assert.Equal("""{"data":{"imports":{"totalCount":1}}}""", await client.GetStringAsync("/graphql?query={imports{totalCount}}", TestContext.Current.CancellationToken));
        await AssertLeastPrivilegeAsync();

        using var kill = Process.Start("kill", [$"{server.Id}"]);
        await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await RunAsync("bash", HealthCheck(), new Dictionary<string, string>())).Code);
    }

    [Fact]
    public void The_import_and_the_server_see_the_same_folder_and_cannot_change_it()
    {
        var content = new Dictionary<string, string> { ["type"] = "bind", ["source"] = "${CONTENT:-./samples/content}", ["target"] = "/content", ["read_only"] = "true" };
        Assert.Equal(content, Compose.Volume("import"));
        Assert.Equal(content, Compose.Volume("server"));
        Assert.Contains(content["target"], Compose.Command("import"));
    }

    public void Dispose() => _secrets.Dispose();

    // The image of PostgreSQL makes the database and runs the script.
    private async Task MakeRolesAsync()
    {
        Assert.Equal(0, (await RunAsync("createdb", ["contentapi"], cluster.Environment)).Code);
        var environment = new Dictionary<string, string>(cluster.Environment)
        {
            ["POSTGRES_USER"] = PasswordCluster.User,
            ["POSTGRES_DB"] = Compose.Environment("postgres")["POSTGRES_DB"],
            ["SECRETS"] = _secrets.Path,
        };
        var roles = await RunAsync(Path.Combine(RepositoryFiles.Root, "docker", "create-roles.sh"), [], environment);
        Assert.True(roles.Code == 0, roles.Error);
    }

    private async Task AssertLeastPrivilegeAsync()
    {
        // The server's role cannot change content, the importer's cannot change tables.
        var byReader = await RunAsync(Program, Local(Compose.Command("import")), EnvironmentOf("server"));
        Assert.Equal((2, true), (byReader.Code, byReader.Error.Contains("permission denied", StringComparison.Ordinal)));
        Assert.Equal(1, (await PsqlAsync("writer", "drop table article")).Code);
        Assert.Equal(1, (await PsqlAsync("writer", "create table mine (id int)")).Code);
        Assert.Equal(1, (await PsqlAsync("reader", "create temp table mine (id int)")).Code);
        Assert.Equal(1, (await PsqlAsync("reader", "delete from article")).Code);
        Assert.Equal(1, (await PsqlAsync("reader", "update api_key set role = 'ADMIN'")).Code);
        Assert.Equal(0, (await PsqlAsync("reader", "select touch_api_key(id) from api_key")).Code);
        Assert.Equal(0, (await PsqlAsync("reader", "select count(*) from article")).Code);
    }

    private Task<(int Code, string Error)> PsqlAsync(string role, string sql)
    {
        var environment = new Dictionary<string, string>(cluster.Environment) { ["PGUSER"] = $"contentapi_{role}", ["PGPASSWORD"] = File.ReadAllText(_secrets[$"{role}_password"]).TrimEnd('\n') };
        return RunAsync("psql", ["--no-psqlrc", "--dbname", "contentapi", "--command", sql], environment);
    }

    private async Task<(int Code, string Error)> RunServiceAsync(string service)
    {
        var (code, error) = await RunAsync(Program, Local(Compose.Command(service)), EnvironmentOf(service));
        Assert.True(code == 0, $"{service} ended with {code}: {error}");
        return (code, error);
    }

    // A service gets what it may read: an address, and the secrets that are listed for it.
    private Dictionary<string, string> EnvironmentOf(string service)
    {
        var readable = Compose.Secrets(service);
        return Compose.Environment(service).ToDictionary(pair => pair.Key, pair => SecretPath().Replace(
            pair.Value.Replace("@postgres/", $"@127.0.0.1:{cluster.Port}/", StringComparison.Ordinal),
            match => readable.Contains(match.Groups[1].Value) ? _secrets[match.Groups[1].Value] : match.Value));
    }

    private IEnumerable<string> Local(IEnumerable<string> arguments) => arguments.Select(argument => argument
        .Replace("/content", Path.Combine(RepositoryFiles.Root, "samples", "content"), StringComparison.Ordinal)
        .Replace("8080", _port, StringComparison.Ordinal));

    private IEnumerable<string> HealthCheck()
    {
        var words = HealthCheckCommand().Match(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "Dockerfile"))).Groups[1].Value;
        return Local(System.Text.Json.JsonSerializer.Deserialize<string[]>(words.Replace("\\\n", "\n", StringComparison.Ordinal))!.Skip(1));
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "contentapi");

    private Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) => Start(Program, Local(arguments), environment);

    private static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static async Task<string> OutputAsync(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(Program, arguments, environment);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private static async Task<(int Code, string Error)> RunAsync(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Start(program, arguments, environment);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await output;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, error);
    }

    [GeneratedRegex("/run/secrets/(\\w+)")]
    private static partial Regex SecretPath();

    [GeneratedRegex(@"HEALTHCHECK [^\[]*CMD (\[.*?\]\n)", RegexOptions.Singleline)]
    private static partial Regex HealthCheckCommand();
}
