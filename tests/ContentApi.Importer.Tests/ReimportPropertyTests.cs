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

    [Fact]
    public async Task Importing_in_pieces_gives_the_names_of_one_import_and_shows_the_smallest_spelling()
    {
        await using var pieces = await Site.CreateAsync();
        await using var whole = await Site.CreateAsync();
        await Gen.Select(RandomFolder.Files.Where(x => x.Count > 1), Gen.Int[0, int.MaxValue]).SampleAsync(
            async (files, seed) =>
            {
                await pieces.EmptyAsync();
                var order = files.ToArray();
                new Random(seed).Shuffle(order);
                for (var count = 1; count <= order.Length; count++)
                {
                    if (count == order.Length || order.Take(count).Any(x => Path.GetExtension(x.Key) is ".md" or ".markdown"))
                        await ImportAsync(pieces, order.Take(count).ToDictionary());
                }

                await whole.EmptyAsync();
                await ImportAsync(whole, files);

                Assert.Equal(await NamesAsync(whole), await NamesAsync(pieces));
            },
            iter: 15,
            threads: 1);
    }

    private static async Task<string> NamesAsync(Site site) => string.Join('\n', await Task.WhenAll(new[] { "tag", "category", "author" }.Select(table => site.QueryAsync(
        $"select t.id, t.slug, t.name, t.listed_articles, string_agg(e.article_id || ' ' || e.position || ' ' || e.name, ',' order by e.article_id) from {table} t join article_{table} e on e.{table}_id = t.id group by t.id order by t.id"))));

    private static async Task ImportAsync(Site site, Dictionary<string, string> files)
    {
        Directory.Delete(site.Folder, recursive: true);
        foreach (var (path, text) in files)
            site.Write(path, text);
        await site.ImportAsync(o => o with { Dialect = Parsing.Dialect.Hexo, ForcePrune = true });
    }
}
