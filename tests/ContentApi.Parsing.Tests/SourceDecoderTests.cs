using ContentApi.Parsing.Diagnostics;

namespace ContentApi.Parsing.Tests;

public sealed class SourceDecoderTests
{
    [Theory]
    [InlineData(new byte[] { 0x61, 0xE4, 0xBD, 0xA0, 0xFF }, 4)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x61, 0xC3, 0x28 }, 4)]
    [InlineData(new byte[] { 0x61, 0xE4, 0xBD }, 1)]
    public void The_first_byte_that_is_not_utf8_is_named(byte[] bytes, int offset)
    {
        var bag = new DiagnosticBag("a.md");

        Assert.Null(SourceDecoder.Decode(bytes, null, bag));
        Assert.Equal($"the byte at offset {offset} of the file is not UTF-8; file rejected", Assert.Single(bag.ToList()).Message);
    }
}
