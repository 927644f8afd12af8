using ContentApi.Importer.Tests.Support;
using CsCheck;

namespace ContentApi.Importer.Tests;

public sealed class ReimportPropertyTests
{
    [Fact]
    public async Task Importing_over_older_content_gives_the_rows_and_findings_of_a_first_import()
    {
        await using var over = await Site.CreateAsync();
        await using var first = await Site.CreateAsync();
        await Gen.Select(RandomFolder.Files, RandomFolder.Files, RandomFolder.Files).SampleAsync(
            async (oldest, older, newest) =>
            {
                await over.EmptyAsync();
                foreach (var files in (Dictionary<string, string>[])[oldest, older, newest])
                    await ImportAsync(over, files);
                await first.EmptyAsync();
                await ImportAsync(first, newest);

                Assert.Equal(await Dump.ReadAsync(first), await Dump.ReadAsync(over));
            },
            iter: 30,
            threads: 1);
    }

    private static async Task ImportAsync(Site site, Dictionary<string, string> files)
    {
        Directory.Delete(site.Folder, recursive: true);
        foreach (var (path, text) in files)
            site.Write(path, text);
        await site.ImportAsync(o => o with { Dialect = Parsing.Dialect.Hexo, ForcePrune = true });
    }
}
