using ContentApi.Cli.Arguments;
using ContentApi.Cli.Tests.Support;

namespace ContentApi.Cli.Tests.Arguments;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "A command is missing: dev, init, doctor, import, plan, apply, rollback, explain, infer, serve, freeze, migrate, keys, schema, test. See 'contentapi --help'.")]
    [InlineData("imprt posts", "There is no command 'imprt'. Did you mean import? See 'contentapi --help'.")]
    [InlineData("xyzzy", "There is no command 'xyzzy'. See 'contentapi --help'.")]
    [InlineData("schema", "A command is missing: print, check. See 'contentapi schema --help'.")]
    [InlineData("schema prnit", "There is no command 'prnit'. Did you mean print? See 'contentapi schema --help'.")]
    [InlineData("schema print more", "'more' is one argument too many. See 'contentapi schema print --help'.")]
    [InlineData("keys", "A command is missing: create, list, revoke. See 'contentapi keys --help'.")]
    [InlineData("keys create --role editor", "Option '--name' is required. See 'contentapi keys create --help'.")]
    [InlineData("keys create --name n --role owner", "The option --role is one of reader, editor, admin, not 'owner'. See 'contentapi keys create --help'.")]
    [InlineData("keys create --name=\u001b[31m --role editor", "The option --name takes 1 to 60 visible characters.")]
    [InlineData("keys revoke", "KEY is missing. See 'contentapi keys revoke --help'.")]
    [InlineData("--bogus", "There is no option --bogus. See 'contentapi --help'.")]
    [InlineData("import", "FOLDER|ARCHIVE|GIT is missing. See 'contentapi import --help'.")]
    [InlineData("import posts --databse q", "There is no option --databse. Did you mean --database? See 'contentapi import --help'.")]
    [InlineData("import posts --databse=q", "There is no option --databse. Did you mean --database? See 'contentapi import --help'.")]
    [InlineData("import posts --tim UTC", "There is no option --tim. Did you mean --time-zone? See 'contentapi import --help'.")]
    [InlineData("import posts -s", "There is no option -s. See 'contentapi import --help'.")]
    [InlineData("import posts --database", "The option --database needs a value; one that begins with '-' is written --database=VALUE. See 'contentapi import --help'.")]
    [InlineData("import posts --source --strict", "The option --source needs a value; one that begins with '-' is written --source=VALUE. See 'contentapi import --help'.")]
    [InlineData("import posts --source=", "The option --source needs a value. See 'contentapi import --help'.")]
    [InlineData("import posts --prune=forse", "The option --prune does not take this value. Did you mean --prune=force? See 'contentapi import --help'.")]
    [InlineData("import posts --strict=yes", "The option --strict does not take this value. See 'contentapi import --help'.")]
    [InlineData("import posts --dialect Hexo", "The option --dialect is one of auto, hexo, hugo, jekyll, zola, astro, gatsby, eleventy, docusaurus, obsidian, generic, not 'Hexo'. See 'contentapi import --help'.")]
    [InlineData("import posts --report yaml", "The option --report is one of text, json, sarif, github, not 'yaml'. See 'contentapi import --help'.")]
    [InlineData("import posts --encoding klingon --database postgres://h", "The option --encoding takes the name of an encoding such as gb18030 or windows-1252, not 'klingon'.")]
    [InlineData("import posts --date-order dym", "The option --date-order is one of ymd, dmy, mdy, not 'dym'. See 'contentapi import --help'.")]
    [InlineData("import posts --source a --source b", "Option '--source' expects a single argument but 2 were provided. See 'contentapi import --help'.")]
    [InlineData("import posts --dry-run --watch --database postgres://h", "--watch imports and --dry-run does not: give one of them.")]
    [InlineData("import posts --watch --report sarif --database postgres://h", "--watch reports as text or json, not as sarif.")]
    [InlineData("plan", "FOLDER|ARCHIVE|GIT is missing. See 'contentapi plan --help'.")]
    [InlineData("plan posts --watch", "There is no option --watch. See 'contentapi plan --help'.")]
    [InlineData("plan posts --dry-run", "There is no option --dry-run. See 'contentapi plan --help'.")]
    [InlineData("plan posts --report sarif", "The option --report is one of text, json, not 'sarif'. See 'contentapi plan --help'.")]
    [InlineData("plan posts more --source a --database postgres://h", "--source names one source, and there are 2: plan them one by one.")]
    [InlineData("apply 12", "'12' is no id of a plan: copy it from the last line of contentapi plan.")]
    [InlineData("rollback QXJ0aWNsZTox", "'QXJ0aWNsZTox' is no id of an import: the query imports gives them, and without one the newest is undone.")]
    [InlineData("import posts --site-url example.org --database postgres://h", "The option --site-url takes an address such as https://example.org/, not 'example.org'.")]
    [InlineData("import posts more --source a --database postgres://h", "--source names one source, and there are 2: import them one by one.")]
    [InlineData("dev posts more", "'more' is one argument too many. See 'contentapi dev --help'.")]
    [InlineData("dev --port 65536", "The option --port takes a number from 0 to 65535, not '65536'.")]
    [InlineData("dev --port http", "The option --port takes a number from 0 to 65535, not 'http'.")]
    [InlineData("dev no/such/folder", "There is no folder 'no/such/folder': name the folder that holds the content.")]
    [InlineData("doctor --port http", "The option --port takes a number from 0 to 65535, not 'http'.")]
    [InlineData("init no/such/folder", "There is no folder 'no/such/folder': name the folder that holds the content.")]
    [InlineData("import no/such/folder --database postgres://h", "There is no folder 'no/such/folder': name the folder that holds the content.")]
    [InlineData("import ContentApi.Cli.Tests.dll --database postgres://h", "'ContentApi.Cli.Tests.dll' is a file: name the folder that holds the content.")]
    [InlineData("import posts --time-zone Mars --database postgres://h", "The option --time-zone takes an IANA name such as Asia/Shanghai, not 'Mars'.")]
    [InlineData("dev ContentApi.Cli.Tests.dll", "'ContentApi.Cli.Tests.dll' is a file: name the folder that holds the content.")]
    [InlineData("serve --database postgres://h --urls https://0.0.0.0:8443", "'https://0.0.0.0:8443' is no address to listen on: write --urls http://127.0.0.1:8080. TLS and paths belong to a proxy in front of the server.")]
    [InlineData("serve --database postgres://h --urls 8080", "'8080' is no address to listen on: write --urls http://127.0.0.1:8080. TLS and paths belong to a proxy in front of the server.")]
    [InlineData("serve --database postgres://h --urls ;", "--urls names no address: write --urls http://127.0.0.1:8080.")]
    [InlineData("freeze", "FOLDER is missing. See 'contentapi freeze --help'.")]
    [InlineData("freeze public --report sarif", "The option --report is one of text, json, not 'sarif'. See 'contentapi freeze --help'.")]
    [InlineData("test", "The tests are run by the launcher at the root of the repository: ./contentapi test.")]
    public async Task A_command_line_that_cannot_be_run_ends_with_a_sentence(string arguments, string sentence)
    {
        var run = await InProcess.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new CommandRun(2, "", $"contentapi: {sentence}\n"), run);
    }

    [Theory]
    [InlineData("import posts --source -08:00")]
    [InlineData("import -- --posts")]
    [InlineData("import @posts --prune=force")]
    [InlineData("import posts --prune more")]
    [InlineData("import posts --source=-x-")]
    [InlineData("migrate")]
    [InlineData("plan posts --checksum")]
    [InlineData("apply")]
    [InlineData("rollback")]
    [InlineData("keys list")]
    [InlineData("serve")]
    [InlineData("freeze public --documents queries")]
    public async Task A_command_line_that_can_be_run_gets_as_far_as_the_database(string arguments)
    {
        var run = await CommandRun.OfAsync(arguments.Split(' '));

        Assert.Equal(
            new CommandRun(2, "", "contentapi: No database given: name it with --database postgres://user:password@host/database, or in CONTENTAPI_DATABASE.\n"),
            run);
    }

    [Fact]
    public async Task Every_command_explains_itself()
    {
        string[][] commands = [[], ["dev"], ["init"], ["doctor"], ["import"], ["plan"], ["apply"], ["rollback"], ["infer"], ["serve"], ["freeze"], ["migrate"], ["keys"], ["keys", "create"], ["keys", "list"], ["keys", "revoke"], ["schema"], ["test"]];
        var help = new StringWriter();
        foreach (var command in commands)
        {
            var run = await CommandRun.OfAsync([.. command, "--help"]);
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            await help.WriteAsync(run.Output);
        }

        TestSupport.Approved.Check(help.ToString());
    }

    [Fact]
    public async Task The_version_is_a_line_with_the_commit_when_the_build_knew_it()
    {
        var run = await CommandRun.OfAsync("--version");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"\Acontentapi \d+\.\d+\.\d+( \([0-9a-f]{12}\))?\n\z", run.Output);
    }

    [Theory]
    [InlineData("0.1.0", "0.1.0")]
    [InlineData("0.1.0+81d508134e6f54b1b1a6d5f9c2e3d4c5b6a79808", "0.1.0 (81d508134e6f)")]
    [InlineData("0.2.0-rc.1+abc", "0.2.0-rc.1 (abc)")]
    [InlineData("0.1.0+", "0.1.0")]
    public void A_build_without_git_shows_the_version_alone(string built, string shown) => Assert.Equal(shown, VersionAction.Describe(built));

    [Fact]
    public async Task A_usage_fault_of_the_real_command_leaves_standard_output_empty()
    {
        var run = await CommandRun.OfAsync("import", "--reprot", "json");

        Assert.Equal(new CommandRun(2, "", "contentapi: There is no option --reprot. Did you mean --report? See 'contentapi import --help'.\n"), run);
    }
}
