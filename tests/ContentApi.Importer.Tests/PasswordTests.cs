using ContentApi.Importer.Tests.Support;

namespace ContentApi.Importer.Tests;

/// <summary>H19: nothing that is kept or told of a file has its password.</summary>
public sealed class PasswordTests : IAsyncLifetime
{
    private const string Secret = "s3cret";

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.CreateAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("PASSWORD", "---\ntitle: T\npassword: s3cret\n---\nB")]
    [InlineData("PASSWORD", "---\ntitle: T\n'password': s3cret\n---\nB")]
    [InlineData("PASSWORD", "---\ntitle: T\nPass_Word : s3cret\n---\nB")]
    [InlineData("PASSWORD", "---\ntitle: T\npassword: >\n  a\n  s3cret\n---\nB")]
    [InlineData("PASSWORD", "+++\ntitle = 'T'\npassword = 's3cret'\n+++\nB")]
    [InlineData("PASSWORD", "+++\ntitle = 'T'\npassword.a = 's3cret'\n+++\nB")]
    [InlineData("PASSWORD", "{\n\"title\": \"T\", \"password\": \"s3cret\"}\nB")]
    [InlineData("PASSWORD", ";;;\n\"title\": \"T\",\n\"password\": \"s3cret\"\n;;;\nB")]
    [InlineData("DUP_KEY", "---\ntitle: T\npassword: a\npassword: s3cret\n---\nB")]
    [InlineData("DUP_KEY", "---\ntitle: T\npassword: {s3cret: 1, s3cret: 2}\n---\nB")]
    [InlineData("DUP_KEY", "---\ntitle: T\npassword:\n  a: 1\n  s3cret: 1\n  s3cret: 2\n---\nB")]
    [InlineData("DUP_KEY", "{\"title\": \"T\",\n\"password\": {\n\"s3cret\": 1,\n\"s3cret\": 2}}\nB")]
    [InlineData("TAG", "---\ntitle: T\npassword: !s3cret x\n---\nB")]
    [InlineData("SURROGATE", "---\ntitle: T\npassword: \"\\uD800s3cret\"\n---\nB")]
    [InlineData("SURROGATE", "---\ntitle: T\npassword: \"a\n  s3cret\\uD800\"\n---\nB")]
    [InlineData("NUL", "---\ntitle: T\npassword: \"s3cret\\0\"\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\npassword: @s3cret\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\npassword: *s3cret\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\npassword:\n- @s3cret\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\npassword: \"a\ns3cret: b\"\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\nmeta: {a: 1, password: @s3cret}\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\nmeta: {{ password: s3cret }}\n---\nB")]
    [InlineData("TAB", "---\ntitle: T\npassword:\n\t- s3cret\n---\nB")]
    [InlineData("YAML_REPAIRED", "---\ntitle: T\npassword: [s3cret\nb: c\n---\nB")]
    [InlineData("YAML_SYNTAX", "---\ntitle: T\n? password\n: [s3cret\n---\nB")]
    [InlineData("TOML_SYNTAX", "+++\ntitle = 'T'\npassword = s3cret\n+++\nB")]
    [InlineData("TOML_SYNTAX", "+++\ntitle = 'T'\n[password]\na = 1\nb = s3cret\n+++\nB")]
    [InlineData("TOML_SYNTAX", "+++\ntitle = 'T'\npassword = \"\"\"\na\ns3cret = \\q\n\"\"\"\n+++\nB")]
    [InlineData("JSON_SYNTAX", "{\n\"title\": \"T\",\n\"password\": s3cret\n}\nB")]
    [InlineData("JSON_SYNTAX", "{\n\"title\": \"T\",\n\"password\"\n:\n\"s3cret\\q\"\n}\nB")]
    [InlineData("UNCLOSED", "---\npassword: s3cret\nB")]
    public async Task No_finding_has_the_password(string code, string text)
    {
        _site.Write("a.md", text);

        var report = await _site.ImportAsync();

        Assert.Contains(code, report.Diagnostics.Select(x => x.Code));
        Assert.DoesNotContain(report.Diagnostics, x => $"{x.Message}\n{x.Hint}".Contains(Secret, StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, await _site.QueryAsync("select to_jsonb(d) from diagnostic d"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_finding_of_the_settings_has_one()
    {
        _site.Write("_config.yml", "title: T\ndeploy:\n  user: u\n  password: [s3cret\nx: y\n");
        _site.Write("source/_posts/a.md", "---\ntitle: T\n---\nB");

        var report = await _site.ImportAsync();

        Assert.Contains("YAML_REPAIRED", report.Diagnostics.Select(x => x.Code));
        Assert.DoesNotContain(Secret, await _site.QueryAsync("select to_jsonb(d) from diagnostic d"), StringComparison.Ordinal);
    }
}
