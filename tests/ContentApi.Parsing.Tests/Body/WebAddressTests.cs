using ContentApi.Parsing.Body;
using CsCheck;

namespace ContentApi.Parsing.Tests.Body;

public sealed class WebAddressTests
{
    private static readonly Gen<string> Pieces = Gen.OneOf<string>(
        "http", "https", "ftp", "HTTP", "://", ":", "/", "//", ".", "..", "-", "--", "_", "a", "b.c", "e.org", "A", "1", "127", "0x7f", "xn", "80", "?", "#", "@", "%41", "%", "~", "é", "中", " ", "\\", "localhost", "a-b", "index.html", "[::1]");

    [Fact]
    public void A_plain_address_is_one_that_Uri_takes_and_writes_as_it_is()
    {
        var plain = 0;
        Pieces.List[0, 8].Select(pieces => $"https://{string.Concat(pieces)}").Sample(
            address =>
            {
                if (!WebAddress.IsPlainHttp(address))
                    return;
                Interlocked.Increment(ref plain);
                Assert.True(Uri.TryCreate(address, UriKind.Absolute, out var uri), address);
                Assert.Equal(address, uri.AbsoluteUri);
            },
            iter: 50_000);
        Assert.NotEqual(0, plain);
    }

    [Theory]
    [InlineData("https://img.example.org/a/B-1_2.jpeg", true)]
    [InlineData("http://e.org/", true)]
    [InlineData("https://e.org", false)]
    [InlineData("https://e.org:443/", false)]
    [InlineData("https://E.org/", false)]
    [InlineData("https://1.2.3/", false)]
    [InlineData("https://e.org/../a", false)]
    [InlineData("https://e.org/a?b", false)]
    public void Addresses_that_Uri_may_change_are_not_plain(string address, bool isPlain) => Assert.Equal(isPlain, WebAddress.IsPlainHttp(address));
}
