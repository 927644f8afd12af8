using ContentApi.Importer.Sources;
using ContentApi.TestSupport;

namespace ContentApi.Importer.Tests.Sources;

public sealed class SourceAddressTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://example.org/owner/blog.git", "https://example.org/owner/blog.git", null, "", "blog")]
    [InlineData("https://Example.org/owner/blog/", "https://example.org/owner/blog", null, "", "blog")]
    [InlineData("https://user:secret@example.org:8443/blog.git#main", "https://example.org:8443/blog.git#main", "main", "", "blog")]
    [InlineData("https://token@example.org/blog.git", "https://example.org/blog.git", null, "", "blog")]
    [InlineData("http://example.org/blog#:content/posts/", "http://example.org/blog#:content/posts", null, "content/posts", "posts")]
    [InlineData("https://example.org/blog#v1.0:docs", "https://example.org/blog#v1.0:docs", "v1.0", "docs", "docs")]
    [InlineData("https://example.org/blog#fix/#12:./docs//de", "https://example.org/blog#fix/#12:docs/de", "fix/#12", "docs/de", "de")]
    [InlineData("https://example.org/~me@example.org/blog#@me/blog@1.0:docs", "https://example.org/~me@example.org/blog#@me/blog@1.0:docs", "@me/blog@1.0", "docs", "docs")]
    [InlineData("https://example.org/blog#", "https://example.org/blog", null, "", "blog")]
    [InlineData("https://example.org/blog#" + Commit, "https://example.org/blog", Commit, "", "blog")]
    [InlineData("https://example.org/blog#" + Commit + ":docs", "https://example.org/blog#:docs", Commit, "docs", "docs")]
    [InlineData("https://example.org/blog#refs/pull/7/head", "https://example.org/blog#refs/pull/7/head", "refs/pull/7/head", "", "blog")]
    [InlineData("git@example.org:owner/blog.git#main", "git@example.org:owner/blog.git#main", "main", "", "blog")]
    [InlineData("git@example.org:blog", "git@example.org:blog", null, "", "blog")]
    [InlineData("ssh://git:secret@example.org:2222/~me/blog.git", "ssh://git@example.org:2222/~me/blog.git", null, "", "blog")]
    [InlineData("git://example.org/blog.git", "git://example.org/blog.git", null, "", "blog")]
    public void An_address_elsewhere_is_a_repository(string written, string text, string? reference, string folder, string name)
    {
        var address = SourceAddress.Read(written);

        Assert.Equal(
            (SourceKind.Git, false, text, reference, folder, name),
            (address.Kind, address.IsLocal, address.Text, address.Reference, address.Subfolder, address.DefaultName));
        Assert.Equal(written.Split('#')[0].TrimEnd('/'), address.Place.TrimEnd('/'));
        var again = SourceAddress.Read(address.Again);
        Assert.Equal((text, reference, folder), (again.Text, again.Reference, again.Subfolder));
    }

    [Theory]
    [InlineData("content", SourceKind.Folder, "content", null, "content")]
    [InlineData("content/", SourceKind.Folder, "content", null, "content")]
    [InlineData("c#/blog", SourceKind.Folder, "c#/blog", null, "blog")]
    [InlineData("content#", SourceKind.Git, "content", null, "content")]
    [InlineData("content#main", SourceKind.Git, "content#main", "main", "content")]
    [InlineData("c#/blog#fix-#1", SourceKind.Git, "c#/blog#fix-#1", "fix-#1", "blog")]
    [InlineData("bare.git", SourceKind.Git, "bare.git", null, "bare")]
    [InlineData("content/.git", SourceKind.Git, "content/.git", null, "content")]
    [InlineData("file://{0}/content#main", SourceKind.Git, "content#main", "main", "content")]
    [InlineData("a.zip", SourceKind.Archive, "a.zip", null, "a")]
    [InlineData("blog.v1.TAR.GZ", SourceKind.Archive, "blog.v1.TAR.GZ", null, "blog.v1")]
    [InlineData("x/../b.tgz", SourceKind.Archive, "b.tgz", null, "b")]
    [InlineData("c#.tar", SourceKind.Archive, "c#.tar", null, "c#")]
    [InlineData("folder.zip", SourceKind.Folder, "folder.zip", null, "folder.zip")]
    public void What_lies_here_is_told_by_what_it_is(string written, SourceKind kind, string path, string? reference, string name)
    {
        foreach (var folder in (string[])["content/.git/objects", "content/.git/refs", "c#/blog", "folder.zip", "bare.git/objects", "bare.git/refs"])
            Directory.CreateDirectory(_folder[folder]);
        foreach (var file in (string[])["a.zip", "blog.v1.TAR.GZ", "b.tgz", "c#.tar", "bare.git/HEAD", "content/.git/HEAD"])
            File.WriteAllText(_folder[file], "");

        var address = SourceAddress.Read(written.Contains("://", StringComparison.Ordinal) ? string.Format(written, _folder.Path) : _folder[written]);

        Assert.Equal((kind, true, _folder[path], reference, name), (address.Kind, address.IsLocal, address.Text, address.Reference, address.DefaultName));
        Assert.Equal(address, SourceAddress.Read(address.Again));
    }

    [Theory]
    [InlineData("--upload-pack=touch x", "'--upload-pack=touch x' is no folder, archive or address of a repository.")]
    [InlineData("ext::sh -c id", "There is no folder 'ext::sh -c id': name the folder that holds the content.")]
    [InlineData("ftp://me:secret@example.org/blog.zip", "'ftp://example.org/blog.zip' is no address of a repository: it begins with https://, http://, ssh://, git:// or file://.")]
    [InlineData("https:///blog", "'https:///blog' is no address: give one such as https://example.org/owner/repository.git.")]
    [InlineData("https://example.org/blog#main:../x", "'../x' is no folder of a repository: write it from the top of https://example.org/blog, without '..'.")]
    [InlineData("https://example.org/blog#--x", "'--x' is no name of a branch or tag; behind # stand a branch and a folder, each of which may be missing: https://example.org/blog#main:content.")]
    [InlineData("https://example.org/blog#*", "'*' is no name of a branch or tag; behind # stand a branch and a folder, each of which may be missing: https://example.org/blog#main:content.")]
    [InlineData("{0}/nowhere", "There is no folder '{0}/nowhere': name the folder that holds the content.")]
    [InlineData("{0}/nowhere#main", "There is no folder '{0}/nowhere#main': name the folder that holds the content.")]
    [InlineData("{0}/nowhere.zip", "There is no archive '{0}/nowhere.zip': name the file that holds the content.")]
    [InlineData("{0}/notes.txt", "'{0}/notes.txt' is a file: name the folder that holds the content.")]
    [InlineData("{0}/a.tar.xz", "'{0}/a.tar.xz' is an archive of a kind that is not read: give .zip, .tar, .tar.gz or .tgz, or the folder that it was made of.")]
    public void What_is_none_is_refused(string written, string sentence)
    {
        File.WriteAllText(_folder["notes.txt"], "");
        File.WriteAllText(_folder["a.tar.xz"], "");

        var refused = Assert.Throws<ImportRefusedException>(() => SourceAddress.Read(written.Replace("{0}", _folder.Path, StringComparison.Ordinal)));

        Assert.Equal(sentence.Replace("{0}", _folder.Path, StringComparison.Ordinal), refused.Message);
    }

    // A password that is not percent-encoded ends the host before its @, and must be seen nowhere.
    [Theory]
    [InlineData("https://me:pa#ss@example.org/r.git")]
    [InlineData("https://me:pa/ss@example.org/r.git")]
    [InlineData("https://me:pa?ss@example.org/r.git")]
    [InlineData("https://me:12#ss@example.org/r.git")]
    [InlineData("https://me:12/ss@example.org/r.git")]
    [InlineData("https://me:12?ss@example.org/r.git")]
    [InlineData("https://pa/ss@example.org/r.git#main")]
    [InlineData("https://me:p@s#s@example.org/r.git")]
    [InlineData("https://me:p@s/s@example.org/r.git")]
    [InlineData("ssh://me:pa#ss@example.org/r.git")]
    [InlineData("ftp://me:pa#ss@example.org/r.git")]
    public void An_address_with_an_at_sign_behind_its_host_is_not_repeated(string written) => Assert.Equal(
        "The address of the repository has an @ behind its host: percent-encode #, /, ? and @ in the password (%23, %2F, %3F, %40), and an @ of the path likewise.",
        Assert.Throws<ImportRefusedException>(() => SourceAddress.Read(written)).Message);

    [Theory]
    [InlineData("https://me:sec ret@exa mple.org/r.git#main", "https://exa mple.org/r.git")]
    [InlineData("https://me:sec:ret@example.org:x/r.git", "https://example.org:x/r.git")]
    public void An_address_that_cannot_be_read_is_repeated_without_its_password(string written, string shown) => Assert.Equal(
        $"'{shown}' is no address: give one such as https://example.org/owner/repository.git.",
        Assert.Throws<ImportRefusedException>(() => SourceAddress.Read(written)).Message);

    [Theory]
    [InlineData("https://example.org/me/blog#v2", "https://example.org/me/blog#v1", true)]
    [InlineData("https://example.org/me/blog#v2", "https://example.org/me/blog", true)]
    [InlineData("https://example.org/me/blog", "https://example.org/me/blog.git#v1", true)]
    [InlineData("https://example.org/me/blog.git", "git@example.org:you/blog.git", true)]
    [InlineData("https://example.org/me/blog#:docs", "https://example.org/me/blog#v1:docs", true)]
    [InlineData("https://example.org/me/blog#:docs", "https://example.org/me/blog#v1", false)]
    [InlineData("https://example.org/me/blog", "https://example.org/me/blog#:docs", false)]
    [InlineData("https://example.org/me/blog", "https://example.org/me/notes", false)]
    [InlineData("https://example.org/me/blog", "/nowhere/blog", true)]
    [InlineData("https://example.org/me/blog", "/nowhere/notes.git#main", true)]
    [InlineData("https://example.org/me/blog", "/usr", false)]
    [InlineData("https://example.org/me/blog", "/usr#main", false)]
    [InlineData("/usr", "https://example.org/me/blog", false)]
    [InlineData("/usr", "https://example.org/me/usr.git", true)]
    [InlineData("/usr#main", "/usr#next", true)]
    [InlineData("/usr#main", "/usr", true)]
    [InlineData("/usr#main:lib", "/usr#main", false)]
    public void What_has_moved_may_be_the_same(string address, string stored, bool may) => Assert.Equal(may, SourceAddress.Read(address).MayBe(stored));

    [Fact]
    public void The_cache_is_where_the_environment_says()
    {
        Assert.Equal("/c", CacheSlot.Locate(x => x switch { "CONTENTAPI_CACHE" => "/c", "XDG_CACHE_HOME" => "/x", _ => "/h" }));
        Assert.Equal("/x/contentapi", CacheSlot.Locate(x => x switch { "CONTENTAPI_CACHE" => "", "XDG_CACHE_HOME" => "/x", "HOME" => "/h", _ => null }));
        Assert.Equal("/h/.cache/contentapi", CacheSlot.Locate(x => x switch { "XDG_CACHE_HOME" => "relative", "HOME" => "/h", _ => null }));
        Assert.Equal(
            "There is no home folder to unpack content into: name a folder for it in CONTENTAPI_CACHE.",
            Assert.Throws<ImportRefusedException>(() => CacheSlot.Locate(_ => null)).Message);
    }
}
