using System.Text.RegularExpressions;
using ContentApi.Importer.Settings;
using ContentApi.TestSupport;

namespace ContentApi.Docs.Tests;

public sealed partial class ConfigurationTests
{
    [Fact]
    public async Task The_document_lists_every_setting_and_no_other()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFiles.Root, "docs", "configuration.md"), TestContext.Current.CancellationToken);
        var table = text.Split("\n\n").First(part => part.StartsWith("| setting", StringComparison.Ordinal));
        Assert.Equal(ContentSettings.Known.Select(setting => setting.Name), Row().Matches(table).Select(row => row.Groups[1].Value));
    }

    [GeneratedRegex(@"^\| `(\w+)`", RegexOptions.Multiline)]
    private static partial Regex Row();
}
