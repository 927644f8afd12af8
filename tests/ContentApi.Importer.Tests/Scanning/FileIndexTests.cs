using ContentApi.Importer.Scanning;
using CsCheck;

namespace ContentApi.Importer.Tests.Scanning;

public sealed class FileIndexTests
{
    // Short names of few letters, so that many files have a key in common.
    private static readonly Gen<string> Part = Gen.Char["ab"].Array[1, 3].Select(x => new string(x));
    private static readonly Gen<string> AnyPath = Part.Array[1, 3].Select(x => string.Join('/', x));

    [Fact]
    public void Finds_what_a_lookup_of_all_keys_finds() => Gen.Select(AnyPath.HashSet[0, 60], AnyPath.Array[0, 20]).Sample((paths, asked) =>
    {
        var files = Files(paths);
        var index = new FileIndex(files, KeysOf);
        var lookup = files.SelectMany(x => KeysOf(x.Path).Select(key => (key, x.Path))).ToLookup(x => x.key, x => x.Path);
        foreach (var key in asked.Concat(paths.SelectMany(KeysOf)).Append(""))
        {
            Assert.Equal(lookup[key].Order(StringComparer.Ordinal), index.Find(key));
            Assert.Equal(lookup[key].Min(StringComparer.Ordinal), index.FindFirst(key));
        }
    });

    [Fact]
    public void Gives_the_place_of_the_one_file_with_a_path() => Gen.Select(AnyPath.HashSet[0, 60], AnyPath.Array[0, 20]).Sample((paths, asked) =>
    {
        var files = Files(paths);
        var index = new FileIndex(files, x => [KeyOf(x)]);
        foreach (var path in asked.Concat(paths))
            Assert.Equal(files.FindIndex(x => x.Path == path), index.PlaceOf(KeyOf(path), path));
    });

    // Of so many keys some have the same hash.
    [Fact]
    public void Finds_nothing_for_a_key_that_no_file_has()
    {
        var index = new FileIndex(Files(Enumerable.Range(0, 200_000).Select(x => $"{x}.md")), x => [x]);
        Assert.DoesNotContain(Enumerable.Range(0, 200_000).Select(x => $"{x}.txt"), key => index.FindFirst(key) is not null || index.Find(key).Any());
    }

    private static List<SourceFile> Files(IEnumerable<string> paths) => [.. paths.Order(StringComparer.Ordinal).Select(x => new SourceFile("/root", x, Length: 1, ModifiedAt: 1))];

    private static string KeyOf(string path) => SourcePath.NameOf(path);

    // None for some files, two for others.
    private static IEnumerable<string> KeysOf(string path) => path.Split('/') switch
    {
        [_] => [],
        [var folder, var name] when folder != name => [folder, name],
        _ => [KeyOf(path)],
    };
}
